/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { zhCN } from "../../src/locales";
import { ErrorBoundary } from "../../src/ui/ErrorBoundary";
import { BugView } from "../../src/taskpane/frame/Unusable";

function Falls(): never {
  throw new TypeError("destroy is not a function");
}

test("what fails while it is shown leaves a sentence, what the program said and a way on, never a white window", () => {
  const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
  render(
    <FluentProvider theme={webLightTheme}>
      <ErrorBoundary failed={(what) => <BugView what={what} locale={zhCN} pageUrl="" />}>
        <Falls />
      </ErrorBoundary>
    </FluentProvider>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent(zhCN.pane.bug.title);
  expect(screen.getByRole("alert")).toHaveTextContent("destroy is not a function");
  expect(screen.getByRole("button", { name: zhCN.pane.reload })).toBeEnabled();
  expect(logged).toHaveBeenCalled();
});
