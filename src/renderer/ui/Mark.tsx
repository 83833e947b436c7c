/** The mark of the program: a ruler that rises. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <path d="M2 21h20M4 21v-4M8 21v-7M12 21V11M16 21V8M20 21V4" />
    </svg>
  );
}
