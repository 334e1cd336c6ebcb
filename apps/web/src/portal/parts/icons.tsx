const shapes = {
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500v.5',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.500l3 3 5.500-6',
  care: 'M12 4 2.500 20h19zM12 10v5M12 17.500v.5',
  fault: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.500v6M12 16v.5',
  saving: 'M12 3a9 9 0 1 1-8.500 6',
  local: 'M5 4h14v11H5zM2 19h20',
} as const
export type IconName = keyof typeof shapes

/** A line drawing that repeats what the words beside it say. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
