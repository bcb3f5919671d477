/** As much of jsfive as is used; it comes without types. What it reads is checked where it is taken. */
declare module 'jsfive' {
  export class Group {
    readonly keys: readonly string[];
    readonly attrs: Readonly<Record<string, unknown>>;
    /** @throws where there is nothing of that name. */
    get(name: string): Group | Dataset | null;
  }
  export class Dataset {
    readonly shape: readonly unknown[];
    readonly dtype: unknown;
    readonly value: unknown;
    readonly attrs: Readonly<Record<string, unknown>>;
  }
  export class File extends Group {
    constructor(bytes: ArrayBuffer, name: string);
  }
}
