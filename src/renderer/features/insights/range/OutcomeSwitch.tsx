import type { Outcome } from '../../../../shared/domain/insights';
import { message } from '../../../i18n/i18n';
import { setInsightsPlace, useInsightsPlace } from '../../../session/insightsPlaceStore';
import { SegmentedControl } from '../../../ui/SegmentedControl';

const outcomes = ['valence', 'energy'] as const satisfies readonly Outcome[];

/** What every card of the room is about. One at a time, so that asking twice is not two chances to be right. */
export function OutcomeSwitch() {
  const outcome = useInsightsPlace((place) => place.outcome);
  return (
    <SegmentedControl
      label={message('insights.outcome')}
      options={outcomes.map((value) => ({ value, label: message(`insights.outcome.${value}`) }))}
      value={outcome}
      onChange={(value) => setInsightsPlace({ outcome: value })}
    />
  );
}
