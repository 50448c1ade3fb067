import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** How what is around looks: the person's system, and Office where it tells. */
export interface Appearance {
  /** Background of the task pane, `#RRGGBB`; absent where Office does not tell. */
  readonly background?: string;
  /** The person has chosen the colours of a contrast theme (Windows). */
  readonly forced: boolean;
  /** The person wants more contrast, on the ground that there is (macOS). */
  readonly contrast: boolean;
  /** The person prefers dark colours; counts where Office tells no background. */
  readonly dark: boolean;
}

/** Excel's green, from dark to light. */
const EXCEL: BrandVariants = {
  10: "#020804",
  20: "#0a2114",
  30: "#0b361f",
  40: "#0c4626",
  50: "#0d562d",
  60: "#0e6634",
  70: "#0f703a",
  80: "#107c41",
  90: "#2a8a55",
  100: "#4aa26f",
  110: "#63b686",
  120: "#7cc79c",
  130: "#97d7b2",
  140: "#b1e4c6",
  150: "#cdf0da",
  160: "#e8f9ee",
};

const light: Theme = createLightTheme(EXCEL);
const plainDark: Theme = createDarkTheme(EXCEL);
// On dark ground the ramp's usual steps are too dark to read.
const dark: Theme = {
  ...plainDark,
  colorBrandForeground1: EXCEL[120],
  colorBrandForeground2: EXCEL[130],
  colorBrandForegroundLink: EXCEL[120],
  colorCompoundBrandForeground1: EXCEL[120],
};

/** Relative luminance of `#RRGGBB` (WCAG 2.1). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The same theme without soft tones: text as the main text, lines as those that must be seen. */
function strong(theme: Theme): Theme {
  const { colorNeutralForeground1: text, colorNeutralStrokeAccessible: line } = theme;
  const texts = { colorNeutralForeground2: text, colorNeutralForeground3: text, colorNeutralForeground4: text };
  return { ...theme, ...texts, colorNeutralStroke1: line, colorNeutralStroke2: line };
}

/** The theme that goes with Office: its own ground where our text stays easy to read on it. */
export function themeFor({ background, forced, contrast: more, dark: prefersDark }: Appearance): Theme {
  if (forced) return teamsHighContrastTheme;
  const known = background !== undefined && /^#[0-9a-f]{6}$/i.test(background) ? background : undefined;
  const usual = (known === undefined ? prefersDark : luminance(known) < 0.25) ? dark : light;
  const base = more ? strong(usual) : usual;
  if (known === undefined || contrast(known, base.colorNeutralForeground3) < 4.5) return base;
  return { ...base, colorNeutralBackground1: known };
}
