import { rangeAsked, rangeShown } from '../../../shared/insights/range';
import { queryClient, read } from '../../bridge/queries';
import { useInsightsPlace } from '../../session/insightsPlaceStore';
import { cardsQuery, daysQuery, versionQuery } from './insightsQueries';

/** Makes what the room would show, unless it is made already: whoever opens it then waits for nothing. */
export async function warmInsights(): Promise<void> {
  const { range, outcome } = useInsightsPlace.getState();
  const [today, settings] = await Promise.all([read('today.read', {}), read('settings.read', {})]);
  const version = await queryClient.fetchQuery({ ...versionQuery(today.day), staleTime: 0 });
  const asked = rangeAsked(range, today.day, settings.weekStartsOn);
  const { days } = (await queryClient.fetchQuery(daysQuery(version, asked, outcome)))();
  if (days.length === 0) return;
  const shown = rangeShown(range, today.day, days[0]?.day ?? null, settings.weekStartsOn);
  await queryClient.fetchQuery(cardsQuery(version, range === 'all' ? null : shown, outcome));
}
