import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons";
import { usePageTools } from "../tools";

/** The list of findings, to be handed on: as a sheet, to print, for programs. */
export function Reports() {
  const { locale, workspace } = usePageTools();
  const words = locale.page.reports;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<DocumentTableRegular />}>{words.label}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(["xlsx", "html", "json"] as const).map((as) => (
            <MenuItem key={as} onClick={() => void workspace.report(as)}>
              {words[as]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
