import { shippedTemplates } from '../../../../shared/templates/shippedTemplates';
import { useTemplates } from '../../../bridge/templateQueries';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { Label } from '../../../ui/Label';
import styles from './Templates.module.css';

/** Beside an empty page: templates to begin from, the person's own first. Nobody has to. */
export function BeginFrom() {
  const openView = useSession((session) => session.openView);
  const own = useTemplates().data?.templates ?? [];
  return (
    <section className={styles.begin} aria-labelledby="begin-from">
      <Label id="begin-from">{message('write.template.beginFrom')}</Label>
      <ul className={styles.list}>
        {[...own, ...shippedTemplates].map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.template}
              onClick={() => openView({ room: 'write', entryId: null, promptId: null, templateId: id })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
