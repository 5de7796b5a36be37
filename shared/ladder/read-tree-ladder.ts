import { z } from '../zod.ts';
import { LadderBuilder, LadderError, textToName, type Ladder } from './ladder.ts';

const text = z.string().trim();
const id = z.union([z.string(), z.number()]).transform(String);
const texts = z.union([text.transform((one) => [one]), z.array(text)]);

/** Levels and competencies apart, as the Financial Times has them; themes are named by id where they are listed. */
const competencies = z.object({
  name: text.optional(),
  levels: z.array(z.object({ id, name: text })).default([]),
  themes: z.array(z.object({ id, name: text })).default([]),
  competencies: z
    .array(z.object({ level: id, theme: id, summary: text, name: text.optional(), examples: z.unknown().optional() }))
    .min(1),
});

/** Topics with levels and criteria, as UNiDAYS and, in `content`, Monzo have them. */
const topicLevel = z.object({
  level: id.optional(),
  title: text.optional(),
  summary: text.optional(),
  criteria: texts.default([]),
});
const topics = z.object({
  title: text.optional(),
  name: text.optional(),
  topics: z
    .array(
      z.object({
        name: text.optional(),
        title: text.optional(),
        levels: z.array(topicLevel).optional(),
        content: z.array(topicLevel).optional(),
      }),
    )
    .min(1),
});

/** Tracks with milestones, as Medium has them: an object by id. */
const tracks = z.record(
  z.string(),
  z.object({
    displayName: text,
    category: text.optional(),
    description: text.optional(),
    milestones: z.array(z.object({ summary: text, signals: z.array(text).default([]) })).min(1),
  }),
);

/** Rung's own: what `rung rubric export` writes is a rubric, and this is a ladder by hand. */
const own = z.object({
  name: text.default(''),
  levels: z.array(text).default([]),
  themes: z
    .array(
      z.object({
        name: text,
        criteria: z
          .array(
            z.object({
              name: text,
              description: text.default(''),
              levels: z.record(z.string(), text).default({}),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** Reads the shapes of public ladders, and Rung's own, from what JSON or YAML held. */
export function readTreeLadder(tree: unknown): Ladder {
  if (Array.isArray(tree)) return readTreeLadder({ competencies: tree });
  if (typeof tree !== 'object' || tree === null) throw new LadderError(null, EXPECTED);
  if ('competencies' in tree) return readCompetencies(check(competencies, tree));
  if ('topics' in tree) return readTopics(check(topics, tree));
  if ('themes' in tree) return readOwn(check(own, tree));
  if ('tracks' in tree) return readTracks(check(tracks, tree.tracks));
  if (tracks.safeParse(tree).success) return readTracks(check(tracks, tree));
  throw new LadderError(null, EXPECTED);
}

const EXPECTED = 'Expected one of "competencies", "topics", "tracks" or "themes" at the top.';

function check<Schema extends z.ZodType>(schema: Schema, tree: unknown): z.output<Schema> {
  const checked = schema.safeParse(tree);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new LadderError(null, `${issue?.path.join('.') || 'The top'}: ${issue?.message ?? 'is not as expected'}.`);
}

function readCompetencies({ name, levels, themes, competencies: all }: z.output<typeof competencies>): Ladder {
  const ladder = new LadderBuilder();
  for (const level of levels) ladder.addLevel(level.name);
  for (const one of all) {
    const at = { theme: nameOf(themes, one.theme), criterion: textToName(one.name ?? one.summary) };
    ladder.add({ ...at, level: nameOf(levels, one.level) }, one.summary);
  }
  return ladder.build(name ?? '');
}

function nameOf(list: readonly { id: string; name: string }[], one: string): string {
  return list.find((each) => each.id === one)?.name ?? one;
}

function readTopics({ title, name, topics: all }: z.output<typeof topics>): Ladder {
  const ladder = new LadderBuilder();
  for (const topic of all) {
    const criterion = textToName(topic.title ?? topic.name ?? '');
    if (criterion === '') throw new LadderError(null, 'A topic has neither a title nor a name.');
    for (const { level, title: levelTitle, summary, criteria } of topic.levels ?? topic.content ?? []) {
      const said = [...(summary ? [summary] : []), ...criteria].filter((one) => one !== '');
      const named = levelTitle ?? level ?? '';
      if (said.length > 0) ladder.add({ theme: '', criterion, level: named }, said.join('\n'));
    }
  }
  return ladder.build(title ?? name ?? '');
}

function readTracks(all: z.output<typeof tracks>): Ladder {
  const ladder = new LadderBuilder();
  for (const track of Object.values(all)) {
    for (const [index, { summary, signals }] of track.milestones.entries()) {
      const at = {
        theme: track.category ?? '',
        criterion: textToName(track.displayName),
        level: `Milestone ${index + 1}`,
      };
      ladder.add(at, [summary, ...signals].join('\n'));
    }
  }
  return ladder.build('');
}

function readOwn({ name, levels, themes }: z.output<typeof own>): Ladder {
  const ladder = new LadderBuilder();
  for (const level of levels) ladder.addLevel(level);
  for (const theme of themes) {
    for (const { name: criterion, description, levels: said } of theme.criteria) {
      ladder.add({ theme: theme.name, criterion: textToName(criterion) }, description);
      for (const [level, one] of Object.entries(said)) {
        ladder.add({ theme: theme.name, criterion: textToName(criterion), level }, one);
      }
    }
  }
  return ladder.build(name);
}
