import type { ReactNode } from 'react';
import { RoomPart } from '../../ui/RoomPart';
import styles from './ChoosePart.module.css';

/** One part of what goes in, under its name. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <RoomPart name={name} room="wide" body={styles.body}>
      {children}
    </RoomPart>
  );
}
