import js from "@eslint/js";
import tseslint from "typescript-eslint";

const NAMED_EXPORTS = { selector: "ExportDefaultDeclaration", message: "Named exports only." };
/** React calls what an effect returns. A browser's next version may return something: `scrollIntoView` returns a promise by now. */
const EFFECT_RETURNS = {
  selector: "CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression[body.type=/^(Call|Chain)Expression$/]",
  message: "An effect is a block: what it returns is called when it ends.",
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "samples/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      // The ideographic space is a letter like others in Chinese words.
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      "no-restricted-syntax": ["error", NAMED_EXPORTS, EFFECT_RETURNS],
      eqeqeq: "error",
    },
  },
  {
    // What runs in a browser or in Excel knows no Node, no clock in pure rooms, and never builds code from text.
    files: ["src/domain/**", "src/rules/**", "src/forms/**", "src/sheets/**", "src/locales/**"],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "window", "document", "fetch", "setTimeout"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Pure rooms have no clock." },
        { object: "Math", property: "random", message: "The same input gives the same output." },
      ],
    },
  },
  {
    // The gate of the focus stands below `focus()` of elements. These take the keyboard past it.
    files: ["src/taskpane/**", "src/commands/**"],
    ignores: ["src/taskpane/frame/focus-gate.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        NAMED_EXPORTS,
        EFFECT_RETURNS,
        {
          selector:
            "MemberExpression[property.name=/^(showModal|showPopover)$/], MemberExpression[object.name='window'][property.name='focus'], MemberExpression[object.property.name='prototype'][property.name='focus']",
          message: "It takes the keyboard past the gate of the focus (src/taskpane/frame/focus-gate.ts).",
        },
      ],
    },
  },
  {
    // Words and data may be longer than a line of code.
    files: ["src/**"],
    ignores: ["src/locales/**", "src/forms/**", "src/guide/**", "src/actions/report/html-style.ts"],
    rules: { "max-len": ["error", { code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }] },
  },
  { rules: { "no-eval": "error", "no-new-func": "error", "no-implied-eval": "error" } },
  {
    // Parts of these run within the page that they drive.
    files: [".scripts/*.mjs", "bench/*.mjs"],
    languageOptions: {
      globals: {
        window: "readonly",
        document: "readonly",
        performance: "readonly",
        requestAnimationFrame: "readonly",
        MutationObserver: "readonly",
        PerformanceObserver: "readonly",
      },
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        __filename: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
      },
    },
  },
);
