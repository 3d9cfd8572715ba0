import { instantToMoment } from '../../../../src/shared/time';
import { boundaryHours, civilDayVectors } from '../civilDayVectors';

/** What this process, in whatever zone it runs, makes of every vector at every boundary. */
const days = civilDayVectors.map(({ instant, zone }) =>
  boundaryHours.map((hour) => instantToMoment(Date.parse(instant), zone, hour).day),
);
console.log(JSON.stringify({ here: new Date('2025-06-01T12:00Z').getHours(), days }));
