import { describe, expect, it } from 'vitest';
import { keeperChannels } from '../../../src/shared/ipc/channels';
import type { CallContract } from '../../../src/shared/ipc/callContract';
import { contract } from '../../../src/shared/ipc/contract';
import { ok } from '../../../src/shared/result';
import { respond, type Desk } from '../../../src/main/ipc/respond';

const callOf = (channel: (typeof keeperChannels)[number]): CallContract => contract[channel];

function desk(
  mode: 'readWrite' | 'readOnly',
  state: 'locked' | 'unlocked' = 'unlocked',
): Desk<'checkIns.remove'> {
  return {
    handlers: { 'checkIns.remove': () => ok(null) },
    state: () => state,
    mode: () => mode,
    answers: 'checked',
    createReference: () => 'abcd1234',
    reportBug: () => {},
  };
}

const remove = { id: '0196cd1f-0000-7000-8000-000000000001' };

describe('a journal that can only be read', () => {
  it('refuses what would change it, before the input is looked at', async () => {
    expect(await respond(desk('readOnly'), 'checkIns.remove', 'junk')).toEqual({
      ok: false,
      error: { type: 'JournalReadOnly' },
    });
    expect(await respond(desk('readWrite'), 'checkIns.remove', remove)).toEqual(ok(null));
  });

  it('is first of all locked while it is locked', async () => {
    expect(await respond(desk('readOnly', 'locked'), 'checkIns.remove', remove)).toMatchObject({
      error: { type: 'JournalLocked' },
    });
  });

  it('still answers everything that reads, and offers prompts', () => {
    const written = keeperChannels.filter((channel) => callOf(channel).effect === 'writes');
    expect(written).toEqual([
      'kinds.save',
      'kinds.arrange',
      'kinds.remove',
      'sessions.setEntry',
      'vault.changePassphrase',
      'vault.makeKit',
      'vault.kitSeen',
      'vault.proveKit',
      'vault.checkKit',
      'vault.rotateKey',
      'vault.addLogin',
      'vault.removeLogin',
      'backups.make',
      'backups.restore',
      'spelling.add',
      'spelling.remove',
      'prompts.saveOwn',
      'prompts.removeOwn',
      'prompts.setShown',
      'keepsakes.save',
      'keepsakes.remove',
      'hardDay.save',
      'images.add',
      'searches.save',
      'searches.remove',
      'sessions.putBack',
      'templates.save',
      'templates.remove',
      'entries.setTags',
      'entries.setStar',
      'entries.setTitle',
      'entries.setMoment',
      'entries.remove',
      'entries.emptyBin',
      'tags.rename',
      'tags.merge',
      'tags.unmerge',
      'tags.remove',
      'tags.give',
      'versions.restore',
      'insights.judge',
      'insights.setCardShown',
      'rituals.save',
      'rituals.order',
      'rituals.setOffered',
      'rituals.remove',
      'rituals.putBack',
      'rituals.note',
      'rituals.takeBack',
      'steps.saveOwn',
      'steps.removeOwn',
      'steps.choose',
      'steps.note',
      'steps.takeBack',
      'spans.save',
      'spans.remove',
      'checkIns.save',
      'checkIns.remove',
      'checkIns.putBack',
      'feelings.save',
      'import.apply',
      'imports.takeBack',
      'entries.save',
      'entries.moveToBin',
      'entries.restore',
      'sessions.save',
      'sessions.remove',
      'outing.begin',
      'outing.finish',
      'outing.cancel',
      'settings.save',
    ]);
  });
});
