import { create } from 'zustand';

export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastState {
  /** `shown` grows with every message, so that the same words twice are two messages. */
  readonly shown: number;
  readonly message: ToastMessage | null;
}

export const useToastStore = create<ToastState>()(() => ({ shown: 0, message: null }));

/** One at a time; a new one takes the place of the last. */
export function showToast(message: ToastMessage): void {
  useToastStore.setState((state) => ({ shown: state.shown + 1, message }));
}

export function hideToast(): void {
  useToastStore.setState({ message: null });
}
