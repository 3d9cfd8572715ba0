import type { OwnKind } from '../../shared/domain/movementKind';

let names: ReadonlyMap<string, string> = new Map();

/** Said once the kinds of the open journal are known, and again with none when it is closed (`app/KindNames`). */
export function nameOwnKinds(kinds: readonly Pick<OwnKind, 'id' | 'name'>[]): void {
  names = new Map(kinds.map(({ id, name }) => [id, name]));
}

export const ownKindName = (kind: string): string | undefined => names.get(kind);
