import { rangePresets, type RangePreset } from '../../../../shared/insights/range';
import { message } from '../../../i18n/i18n';
import { setInsightsPlace, useInsightsPlace } from '../../../session/insightsPlaceStore';
import { SegmentedControl } from '../../../ui/SegmentedControl';

/** How much of the time is looked at, in one choice. */
export function RangeTools() {
  const range = useInsightsPlace((place) => place.range);
  const options = rangePresets.map((value) => ({ value, label: message(`insights.range.${value}`) }));
  return (
    <SegmentedControl<RangePreset | 'own'>
      label={message('insights.range')}
      options={options}
      value={typeof range === 'string' ? range : 'own'}
      onChange={(value) => value !== 'own' && setInsightsPlace({ range: value, typed: null })}
    />
  );
}
