import fc from 'fast-check';
import { apiList, apiListQuery } from '../../src/platform/web/api-list.js';

const url = '/api/v1/sessions?status=open&page=2&pageSize=10';

test('the links of a page keep the filters of the request', () => {
  const { _links } = apiList({ url }, [], { page: 2, pageSize: 10, total: 45 });
  expect(_links).toEqual({
    self: { href: url },
    next: { href: '/api/v1/sessions?status=open&page=3&pageSize=10' },
    previous: { href: '/api/v1/sessions?status=open&page=1&pageSize=10' },
  });
});

test('following next from the first page visits every page once and then stops', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 100 }), (total, pageSize) => {
      let pages = 1;
      for (let page = 1; ; page++) {
        const { next } = apiList({ url: '/api/v1/courses' }, [], { page, pageSize, total })._links;
        if (!next) break;
        expect(next.href).toBe(`/api/v1/courses?page=${page + 1}`);
        pages++;
      }
      expect(pages).toBe(Math.max(1, Math.ceil(total / pageSize)));
    }),
  );
});

test('a list without a query string starts at its first page of 20', () => {
  expect(apiListQuery.parse({})).toEqual({ page: 1, pageSize: 20, q: null });
});

test('every wrong part of the query string is named at once', () => {
  const { error } = apiListQuery.safeParse({ page: '0', pageSize: '101', q: 'x'.repeat(101) });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(['page', 'pageSize', 'q']);
});

test.each(['', 'two', '1.5', '-1', '9'.repeat(31)])('page %p is refused', (page) => {
  expect(apiListQuery.safeParse({ page }).success).toBe(false);
});
