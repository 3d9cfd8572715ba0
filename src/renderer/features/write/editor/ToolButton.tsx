import { message } from '../../../i18n/i18n';
import type { Tool } from './tools';
import styles from './Toolbar.module.css';

interface ToolButtonProps {
  readonly tool: Tool;
  /** The first of its group, with a little room before it. */
  readonly place: 'first' | 'further';
  /** `hidden`: there is no room for it. */
  readonly room?: 'shown' | 'hidden';
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/** The selection stays where it is while the button is pressed. */
export function ToolButton({ tool, place, room = 'shown', tabIndex, onFocus }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-first={place === 'first'}
      data-room={room}
      tabIndex={tabIndex}
      aria-label={tool.label}
      aria-pressed={tool.state === 'on' || tool.state === 'off' ? tool.state === 'on' : undefined}
      aria-disabled={tool.state === 'unavailable'}
      title={
        tool.keys === '' ? tool.label : message('write.withKeys', { label: tool.label, keys: tool.keys })
      }
      onMouseDown={(event) => event.preventDefault()}
      onFocus={onFocus}
      onClick={() => {
        if (tool.state !== 'unavailable') tool.run();
      }}
    >
      <tool.icon aria-hidden size={17} strokeWidth={1.75} />
    </button>
  );
}
