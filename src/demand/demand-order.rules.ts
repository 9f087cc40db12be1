/** The orders in which the demand can be shown: the most first, or by name. */
export const demandOrders = ['-demand', 'course', 'municipality', 'function'] as const;
export type DemandOrder = (typeof demandOrders)[number];
