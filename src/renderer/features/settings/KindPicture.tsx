import {
  Bike,
  Dumbbell,
  Footprints,
  Heart,
  Leaf,
  Moon,
  Mountain,
  Music,
  PawPrint,
  Sailboat,
  Snowflake,
  Sun,
  TreePine,
  Volleyball,
  Waves,
  Wind,
  type LucideIcon,
} from 'lucide-react';
import type { KindIcon } from '../../../shared/domain/movementKind';

const pictures: Readonly<Record<KindIcon, LucideIcon>> = {
  steps: Footprints,
  hill: Mountain,
  tree: TreePine,
  leaf: Leaf,
  wave: Waves,
  boat: Sailboat,
  wheel: Bike,
  weight: Dumbbell,
  music: Music,
  ball: Volleyball,
  paw: PawPrint,
  snow: Snowflake,
  wind: Wind,
  sun: Sun,
  moon: Moon,
  heart: Heart,
};

/** Beside a name that says the same, so it is silent. */
export function KindPicture({ icon }: { readonly icon: KindIcon }) {
  const Picture = pictures[icon];
  return <Picture size={16} strokeWidth={1.5} aria-hidden />;
}
