import { appearanceSchema, type Appearance } from '../../../shared/domain/settings';
import { call } from '../../bridge/client';
import { queryClient, useAppInfo } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { showToast } from '../../session/toastStore';

const options = appearanceSchema.options.map((value) => ({
  value,
  label: message(`settings.appearance.${value}`),
}));

async function setAppearance(appearance: Appearance): Promise<void> {
  const reply = await call('app.setAppearance', { appearance });
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  await queryClient.invalidateQueries({ queryKey: ['app'] });
}

/** Light, dark, or as the system has it; main turns the whole window. */
export function AppearanceSetting() {
  const info = useAppInfo();
  return (
    <SegmentedControl
      label={message('settings.appearance')}
      options={options}
      value={info.data?.appearance ?? 'system'}
      onChange={(appearance) => void setAppearance(appearance)}
    />
  );
}
