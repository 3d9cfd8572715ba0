import fc from 'fast-check';

/** Nested too deeply for anything that walks it by calling itself. */
function nestedObject(depth: number): unknown {
  let nested: unknown = null;
  for (let level = 0; level < depth; level += 1) nested = { root: { type: 'root', children: [nested] } };
  return nested;
}

function circle(): unknown {
  const children: unknown[] = [];
  const node = { type: 'root', children };
  children.push(node);
  return { document: { root: node } };
}

const hostile: readonly (() => unknown)[] = [
  () => JSON.parse('{"__proto__":{"isAdmin":true},"id":"x"}') as unknown,
  () => Object.create(null) as unknown,
  () => Object.create({ id: 'inherited' }) as unknown,
  () => ({
    get id(): string {
      throw new Error('the secret words of a person');
    },
  }),
  () => new Proxy({}, { ownKeys: () => ['id', 'id'] }),
  () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('no');
        },
      },
    ),
  () => circle(),
  () => nestedObject(20_000),
  () => ({ words: 'x'.repeat(5_000_000), limit: 1 }),
  () => ({ passphrase: 'a string' }),
  () => ({ passphrase: new Uint8Array(100_000) }),
  () => ({ token: '../../etc/passwd', format: 'json' }),
  () => ({ id: "'; drop table entries; --" }),
  () => ({ id: '01a2044e-5402-72e1-b396-f8fcd4dbd485', extra: 1 }),
  () => ({ where: 'journal', after: { day: '2026-02-31', at: Number.NaN, id: '' }, limit: 1e308 }),
  () => [],
  () => undefined,
  () => null,
  () => Symbol('input'),
  () => () => 1,
  () => 10n ** 40n,
  () => new Date(Number.NaN),
];

/** What a broken or hostile page might send: anything at all, and the worst that is known. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostile).map((make) => make()),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withTypedArray: true,
    withSparseArray: true,
  }),
  fc.dictionary(
    fc.constantFrom(
      'id',
      'document',
      'baseRevision',
      'where',
      'limit',
      'after',
      'words',
      'token',
      'format',
      'from',
      'promptId',
      '__proto__',
      'constructor',
    ),
    fc.anything(),
  ),
);
