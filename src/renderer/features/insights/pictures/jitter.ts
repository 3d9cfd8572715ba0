/** FNV-1a of a name, as a share from 0 to 1: where a dot lies among its equals is the same every time (Fowler, Noll & Vo 1991). */
export function jitterOf(id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01_00_01_93);
  }
  // The last bits of near names are near; mixed once more (Appleby, MurmurHash3) they are not.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
