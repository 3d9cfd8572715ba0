import { appendFileSync } from 'node:fs';
import { shell } from 'electron';
import { isLinkAddress } from '../../shared/document/linkAddress';

/** Hands one address to the program the system opens it with. */
export type OpenAddress = (address: string) => Promise<'opened' | 'refused'>;

/** The contract has checked the address; this is the last door before the system, so it looks once more. */
const checked =
  (open: OpenAddress): OpenAddress =>
  async (address) =>
    isLinkAddress(address) && URL.canParse(address) ? open(address) : 'refused';

export const openWithSystem = checked(async (address) =>
  shell.openExternal(address).then(
    () => 'opened' as const,
    () => 'refused' as const,
  ),
);

/** For end-to-end tests, which must start no browser: writes down what would have been opened, a line each. */
export const openRehearsed = (file: string): OpenAddress =>
  checked(async (address) => {
    appendFileSync(file, `${address}\n`);
    return 'opened';
  });
