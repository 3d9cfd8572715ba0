/**
 * What we use of better-sqlite3-multiple-ciphers, whose own types its `exports` hide. Left out on purpose:
 * `serialize` (writes a plaintext image), `backup` (fails on an encrypted file), `rekey` (an empty key decrypts in place),
 * `verbose` (prints what it is given).
 */
declare module 'better-sqlite3' {
  export interface RunResult {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  }

  export interface Statement<Parameters extends readonly unknown[], Row> {
    readonly readonly: boolean;
    run(...parameters: Parameters): RunResult;
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    iterate(...parameters: Parameters): IterableIterator<Row>;
    /** Whole numbers come as bigint. */
    safeIntegers(): this;
    pluck(): this;
    /** Rows as lists of cells. */
    raw(): this;
  }

  export default class Database {
    constructor(path: string, options: { readonly fileMustExist: boolean; readonly timeout: number });
    /** A copy of a whole database file in memory. */
    constructor(image: Buffer, options: { readonly readonly: true });
    readonly open: boolean;
    readonly inTransaction: boolean;
    key(key: Buffer): number;
    exec(sql: string): this;
    pragma(sql: string, options?: { readonly simple: boolean }): unknown;
    prepare<Parameters extends readonly unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>;
    /** A function of our own for SQL of this connection. */
    function(
      name: string,
      options: { readonly varargs?: true },
      body: (...cells: (number | string | bigint | Uint8Array | null)[]) => null,
    ): this;
    close(): this;
  }
}
