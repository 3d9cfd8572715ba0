import { useEffect, useRef, useState } from 'react';
import { templateNameLimit, type Template } from '../../../shared/domain/template';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateTemplates, useTemplates } from '../../bridge/templateQueries';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { actProblem, useAct } from './useAct';
import { OutcomeLine } from './OutcomeLine';
import styles from './SettingsRoom.module.css';
import rowStyles from './NamedRows.module.css';

async function save({ id, name, document }: Template): Promise<void> {
  const reply = await call('templates.save', { id, name, document });
  if (!reply.ok) showToast({ text: actProblem(reply.error) });
  invalidateTemplates();
}

async function remove(template: Template): Promise<void> {
  const reply = await call('templates.remove', { id: template.id });
  invalidateTemplates();
  if (!reply.ok) showToast({ text: actProblem(reply.error) });
  else
    showToast({
      text: message('settings.templates.removed', { name: template.name }),
      action: { label: message('ui.undo'), run: () => void save(template) },
    });
}

interface RenameProps {
  readonly template: Template;
  readonly onDone: () => void;
}

function Rename({ template, onDone }: RenameProps) {
  const [name, setName] = useState(template.name);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, outcome, run } = useAct();
  useEffect(() => field.current?.select(), []);
  const rename = async (): Promise<void> => {
    if (name.trim() === '') return;
    const { id, document } = template;
    const reply = await run(
      async () => call('templates.save', { id, name: name.trim(), document }),
      () => null,
    );
    invalidateTemplates();
    if (reply.ok) onDone();
  };
  return (
    <form
      className={rowStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <TextField
        label={message('settings.templates.name')}
        value={name}
        maxLength={templateNameLimit}
        ref={field}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="outlined" type="submit" disabled={isBusy || name.trim() === ''}>
        {message('settings.templates.rename')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {message('settings.cancel')}
      </Button>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}

function Row({ template }: { readonly template: Template }) {
  const [isRenaming, setIsRenaming] = useState(false);
  if (isRenaming)
    return (
      <li className={rowStyles.row}>
        <Rename template={template} onDone={() => setIsRenaming(false)} />
      </li>
    );
  const { name } = template;
  return (
    <li className={rowStyles.row}>
      <span className={rowStyles.name}>{name}</span>
      <Button
        look="quiet"
        aria-label={message('settings.templates.renameOf', { name })}
        onClick={() => setIsRenaming(true)}
      >
        {message('settings.templates.rename')}
      </Button>
      <Button
        look="quiet"
        aria-label={message('settings.templates.removeOf', { name })}
        onClick={() => void remove(template)}
      >
        {message('settings.templates.remove')}
      </Button>
    </li>
  );
}

/** What the person keeps to begin entries from. Those that ship with Footnote are always there. */
export function TemplatesSection() {
  const isReadOnly = useIsReadOnly();
  const templates = useTemplates().data?.templates ?? [];
  return (
    <fieldset className={styles.fields} disabled={isReadOnly}>
      <div className={styles.block}>
        <p className={styles.note}>{message('settings.templates.note')}</p>
        {templates.length > 0 && (
          <ul className={rowStyles.rows}>
            {templates.map((template) => (
              <Row key={template.id} template={template} />
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  );
}
