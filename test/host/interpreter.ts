import { fail, HostError, SAYS } from "./errors";
import { isHostObject, NULL_OBJECT, type HostObject, type Wire } from "./object";

interface ArgumentInfo {
  readonly Arguments?: readonly Wire[];
  readonly ReferencedObjectPathIds?: readonly Wire[];
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, Wire>>;
}
interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
export interface Answer {
  readonly Results?: readonly { readonly ActionId: number; readonly Value: Wire }[];
  readonly TraceIds: readonly number[];
  readonly Error?: Readonly<Record<string, Wire>>;
}

/** A use of a member by the client, named as the client names it: `Range.getMergedAreasOrNullObject`. */
export interface Use {
  readonly kind: "call" | "set" | "load";
  readonly member: string;
}

/** What to load of an object: names to load, with what to load of each. `*` is all plain values. */
interface Wanted {
  [name: string]: Wanted;
}

const clientName = (type: string, name: string): string => `${type}.${name[0]!.toLowerCase()}${name.slice(1)}`;
const wireName = (name: string): string => (name.startsWith("_") || name === "*" ? name : name[0]!.toUpperCase() + name.slice(1));

/** Answers batches of the client. Knows nothing of Excel: it walks object paths and actions over `HostObject`s. */
export class Interpreter {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceOf = new WeakMap<HostObject, string>();
  private nextReference = 1;

  constructor(
    private readonly root: HostObject,
    /** What is made by name, not by the workbook. */
    private readonly services: Readonly<Record<string, HostObject>> = {},
    /** Is told of each use of a member before it happens; throws where this Excel does not take it. */
    private readonly using: (use: Use) => void = () => undefined,
  ) {}

  /** Runs a batch. As in Excel, what ran before an error stays done. */
  async run(batch: Batch): Promise<Answer> {
    const paths = new Map<number, HostObject>();
    const results: { ActionId: number; Value: Wire }[] = [];
    const traces: number[] = [];
    let index = 0;
    try {
      for (; index < batch.Actions.length; index++) {
        const action = batch.Actions[index]!;
        if (action.ActionType === 5) traces.push(action.Id);
        const value = action.ActionType === 5 ? null : await this.act(action, batch, paths);
        results.push({ ActionId: action.Id, Value: value ?? null });
      }
      return { Results: results, TraceIds: traces };
    } catch (error) {
      const place = batch.ObjectPaths[batch.Actions[index]!.ObjectPathId]?.Name ?? "";
      return { TraceIds: traces, Error: this.describe(error, index, place) };
    }
  }

  private describe(error: unknown, index: number, place: string): Readonly<Record<string, Wire>> {
    const known =
      error instanceof HostError
        ? error
        : new HostError("GeneralException", `The host itself failed: ${error instanceof Error ? error.stack : String(error)}`);
    return {
      Code: known.code,
      Message: known.message,
      HttpStatusCode: known.code === "ItemNotFound" ? 404 : 400,
      ActionIndex: index,
      Location: known.location || place,
    };
  }

  private async act(action: Action, batch: Batch, paths: Map<number, HostObject>): Promise<Wire> {
    const target = await this.resolve(action.ObjectPathId, batch, paths);
    switch (action.ActionType) {
      case 1:
        return this.identity(target);
      case 2:
      case 7:
        this.using({ kind: "load", member: target.type });
        return this.query(target, action.QueryInfo ?? {});
      case 3: {
        const value = await this.call(target, action.Name, await this.args(action.ArgumentInfo, batch, paths));
        return isHostObject(value) ? null : value;
      }
      case 4:
        return this.assign(target, action.Name, (await this.args(action.ArgumentInfo, batch, paths))[0]);
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.assign(target, wireName(name), value);
        return null;
      default:
        return fail("NotImplemented", `The host does not know action ${action.ActionType}`);
    }
  }

  private async resolve(id: number, batch: Batch, paths: Map<number, HostObject>): Promise<HostObject> {
    const known = paths.get(id);
    if (known) return known;
    const path = batch.ObjectPaths[id] ?? fail("InvalidObjectPath", `No object path ${id}`);
    const found = await this.follow(path, batch, paths);
    paths.set(id, found);
    return found;
  }

  private async follow(path: ObjectPath, batch: Batch, paths: Map<number, HostObject>): Promise<HostObject> {
    const parent = (): Promise<HostObject> => this.resolve(path.ParentObjectPathId, batch, paths);
    switch (path.ObjectPathType) {
      case 1:
        return this.root;
      case 2:
        return this.services[path.Name] ?? fail("ApiNotFound", `The host has no service ${path.Name}`, path.Name);
      case 3:
      case 5: {
        const owner = await parent();
        if (owner === NULL_OBJECT) return NULL_OBJECT;
        const name = path.ObjectPathType === 5 ? "$Indexer" : path.Name;
        const value = await this.call(owner, name, await this.args(path.ArgumentInfo, batch, paths));
        return isHostObject(value) ? value : fail("ApiNotFound", `${owner.type}.${path.Name} of the host gives no object`, path.Name);
      }
      case 4: {
        const owner = await parent();
        if (owner === NULL_OBJECT) return NULL_OBJECT;
        return (
          owner.links?.[path.Name]?.() ?? fail("ApiNotFound", `The host has no ${owner.type}.${path.Name}`, `${owner.type}.${path.Name}`)
        );
      }
      case 6:
        return this.references.get(path.Name) ?? fail("InvalidReference", `The reference ${path.Name} is gone`);
      case 7:
        return NULL_OBJECT;
      default:
        return fail("NotImplemented", `The host does not know object path ${path.ObjectPathType} (${path.Name})`);
    }
  }

  private async args(info: ArgumentInfo | undefined, batch: Batch, paths: Map<number, HostObject>): Promise<Wire[]> {
    const value = async (one: Wire): Promise<Wire> => {
      if (Array.isArray(one)) {
        // Grids of plain values are the bulk of all traffic: no need to look into them for objects.
        if (one.every((item) => typeof item !== "object" || item === null || Array.isArray(item))) return one;
        return Promise.all(one.map(value));
      }
      if (typeof one !== "object" || one === null) return one;
      if ("_ObjectPathId" in one) return this.resolve(one._ObjectPathId as number, batch, paths);
      return Object.fromEntries(await Promise.all(Object.entries(one).map(async ([key, item]) => [key, await value(item)])));
    };
    const given = info?.Arguments ?? [];
    const referenced = info?.ReferencedObjectPathIds ?? [];
    const found: Wire[] = [];
    for (const [index, one] of given.entries())
      found.push(referenced[index] ? await this.resolve(one as number, batch, paths) : await value(one));
    return found;
  }

  private call(target: HostObject, name: string, args: Wire[]): Wire | Promise<Wire> {
    if (name === "_KeepReference") return this.keep(target);
    if (name === "_RemoveReference") return void this.references.delete(String(args[0]));
    const [, code, location] = /^\$fail:(\w+):(.*)$/.exec(name) ?? [];
    if (code !== undefined) return fail(code, `Asked for by the test at ${location}`, location);
    if (target === NULL_OBJECT) return fail("ItemNotFound", SAYS.missing, name);
    if (!name.startsWith("_") && !name.startsWith("$")) this.using({ kind: "call", member: clientName(target.type, name) });
    const method = target.methods?.[name] ?? fail("ApiNotFound", `The host has no ${target.type}.${name}()`, `${target.type}.${name}`);
    // Absent arguments at the end arrive as null.
    return method(...args.map((arg) => (arg === null ? undefined : arg)));
  }

  private keep(target: HostObject): void {
    if (target === NULL_OBJECT || this.referenceOf.has(target)) return;
    const name = `r${this.nextReference++}`;
    this.referenceOf.set(target, name);
    this.references.set(name, target);
  }

  private assign(target: HostObject, name: string, value: Wire): void {
    if (target === NULL_OBJECT) fail("ItemNotFound", SAYS.missing, name);
    const scalar = target.scalars?.[name] ?? fail("ApiNotFound", `The host has no ${target.type}.${name}`, `${target.type}.${name}`);
    if (!scalar.set) fail("ApiNotFound", `${target.type}.${name} only reads in the host`, `${target.type}.${name}`);
    this.using({ kind: "set", member: clientName(target.type, name) });
    scalar.set(value);
  }

  private identity(target: HostObject): Wire {
    if (target === NULL_OBJECT) return null;
    const reference = this.referenceOf.get(target);
    return { ...target.identity?.(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private query(target: HostObject, { Select = [], Expand = [], Top, Skip = 0 }: QueryInfo): Wire {
    const wanted: Wanted = {};
    const want = (path: string): Wanted => path.split(/[./]/).reduce((at, name) => (at[wireName(name)] ??= {}), wanted);
    for (const path of Select) want(path);
    for (const path of Expand) want(path)["*"] = {};
    return this.project(target, wanted, (items) => items.slice(Skip, Top === undefined || Top === 0 ? undefined : Skip + Top));
  }

  private project(target: HostObject, wanted: Wanted, page = (items: readonly HostObject[]): readonly HostObject[] => items): Wire {
    if (target === NULL_OBJECT) return null;
    const identity = this.identity(target) as object;
    if (target.items) return { ...identity, _Items: page(target.items()).map((item) => this.project(item, wanted)) };
    const names = Object.keys(wanted);
    const all = names.length === 0 || "*" in wanted ? Object.keys(target.scalars ?? {}) : [];
    const out: Record<string, Wire> = { ...identity };
    for (const name of new Set([...all, ...names.filter((one) => one !== "*")])) {
      const scalar = target.scalars?.[name];
      const link = target.links?.[name];
      if (scalar) out[name] = scalar.get();
      else if (link) out[name] = this.project(link(), wanted[name] ?? {});
      else fail("ApiNotFound", `The host cannot load ${target.type}.${name}`, `${target.type}.${name}`);
    }
    return out;
  }
}
