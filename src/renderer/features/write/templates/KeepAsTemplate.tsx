import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef, useState } from 'react';
import { templateNameLimit } from '../../../../shared/domain/template';
import { call } from '../../../bridge/client';
import { invalidateTemplates, useTemplates } from '../../../bridge/templateQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { newTemplateId } from '../../../session/newIds';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import { readPage } from '../editor/readPage';
import styles from './Templates.module.css';

/** Keeps this page as something to begin from. A name that is taken is replaced, and says so before. */
export function KeepAsTemplate() {
  const [editor] = useLexicalComposerContext();
  const own = useTemplates().data?.templates ?? [];
  const [form, setForm] = useState<'open' | 'closed'>('closed');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (form === 'open') field.current?.focus();
  }, [form]);
  const taken = own.find((template) => template.name.toLowerCase() === name.trim().toLowerCase());

  if (form === 'closed')
    return (
      <Button look="quiet" className={styles.keep} onClick={() => setForm('open')}>
        {message('write.template.keep')}
      </Button>
    );

  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const document = readPage(editor.getEditorState());
    const reply = await call('templates.save', {
      id: taken?.id ?? newTemplateId(),
      name: name.trim(),
      document,
    });
    if (!reply.ok) {
      setProblem(failureMessage(reply.error));
      return;
    }
    invalidateTemplates();
    setForm('closed');
    setName('');
    setProblem(null);
    showToast({ text: message('write.template.kept', { name: reply.value.name }) });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={message('write.template.name')}
        value={name}
        maxLength={templateNameLimit}
        ref={field}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setForm('closed');
        }}
        onChange={(event) => setName(event.target.value)}
      />
      <output className={styles.hint}>
        {problem ?? (taken !== undefined && message('write.template.replaces', { name: taken.name }))}
      </output>
      <div className={styles.acts}>
        <Button look="outlined" type="submit" disabled={name.trim() === ''}>
          {message(taken === undefined ? 'write.template.save' : 'write.template.replace')}
        </Button>
        <Button look="quiet" onClick={() => setForm('closed')}>
          {message('write.template.cancel')}
        </Button>
      </div>
    </form>
  );
}
