// Large, so that what is not zero does not become so by chance.
const PRIME = 2_147_483_629n;

/** How many of these sums are independent: none of them follows from the others by adding and subtracting. */
export function rankOf(sums: readonly (readonly number[])[]): number {
  const rows = sums.map((sum) => sum.map((part) => BigInt(part)));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const inverse = power(rows[rank]![column]!, PRIME - 2n);
    for (let index = rank + 1; index < rows.length; index++) {
      const times = (rows[index]![column]! * inverse) % PRIME;
      if (times === 0n) continue;
      rows[index] = rows[index]!.map((part, at) => modulo(part - times * rows[rank]![at]!));
    }
    rank++;
  }
  return rank;
}

const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power((base * base) % PRIME, exponent / 2n);
  return exponent % 2n === 0n ? half : (half * base) % PRIME;
}
