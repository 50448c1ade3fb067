/** Words of the command line and its reports. */
export interface CommandWords {
  readonly product: string;
}
