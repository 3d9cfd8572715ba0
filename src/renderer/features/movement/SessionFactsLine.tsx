import type { MovementSession } from '../../../shared/domain/movement';
import { useSettings } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { companyWord } from '../../ui/sessionWords';
import { distanceWords } from './factWords';
import styles from './SessionRow.module.css';

/** Where, with whom and how far, as far as it was noted. */
export function SessionFactsLine({ session }: { readonly session: MovementSession }) {
  const unit = useSettings().data?.distanceUnit ?? 'km';
  const { distanceMetres, company, place } = session;
  const facts = [
    distanceMetres === null ? null : distanceWords(distanceMetres, unit),
    place === null ? null : message(`history.place.${place}`),
    company === null ? null : companyWord(company),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return <p className={styles.facts}>{facts.join(' · ')}</p>;
}
