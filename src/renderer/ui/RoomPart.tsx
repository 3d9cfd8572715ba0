import { clsx } from 'clsx';
import { useId, type ReactNode } from 'react';
import styles from './RoomPart.module.css';

interface RoomPartProps {
  readonly name: string;
  /** Of the heading, where something leads to it; it takes the focus then. */
  readonly headingId?: string;
  /** How much room there is for the heading to stand beside what it heads. */
  readonly room: 'beside a margin' | 'wide';
  /** How what is in it stands. */
  readonly body: string | undefined;
  readonly children: ReactNode;
}

/** One part of a long page: a line above, its name beside what is in it, or over it where there is no room. */
export function RoomPart({ name, headingId, room, body, children }: RoomPartProps) {
  const ownId = useId();
  const id = headingId ?? ownId;
  return (
    <section className={styles.part} data-room={room} aria-labelledby={id}>
      <h2 id={id} className={styles.heading} {...(headingId !== undefined && { tabIndex: -1 })}>
        {name}
      </h2>
      <div className={clsx(styles.body, body)}>{children}</div>
    </section>
  );
}
