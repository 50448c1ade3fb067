declare module "*.md" {
  const text: string;
  // A text file has no names of its own to export.
  // eslint-disable-next-line no-restricted-syntax
  export default text;
}
