/** The published JSON Schemas, with which editors complete and check the files of a questionnaire folder. */
import { z } from 'zod';
import { sheetSchema } from '../assessment/sheet.ts';
import { groupSchema, MAX_GROUPS, questionnaireSchema, vectorsSchema } from '../questionnaire/schema.ts';

type Json = Record<string, unknown>;

/** What may be written; draft 7, which the YAML extensions of editors know best. */
function published(schema: z.ZodType, title: string): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    reused: 'ref',
    unrepresentable: 'any',
  }) as Json;
  return { $schema, title, ...rest };
}

/** The general file names its group files in place of the groups. */
function generalFile(): Json {
  const { properties, required, definitions, ...rest } = published(questionnaireSchema, 'questionnaire.yaml') as {
    properties: Json;
    required: string[];
    definitions: Json;
  };
  const groupFiles = {
    type: 'array',
    items: { type: 'string', pattern: '^groups/[^/]+\\.yaml$' },
    minItems: 1,
    maxItems: MAX_GROUPS,
  };
  return {
    ...rest,
    properties: { ...properties, groupFiles },
    required: required.filter((key) => key !== 'groups'),
    oneOf: [{ required: ['groups'] }, { required: ['groupFiles'] }],
    definitions,
  };
}

/** Schemas by file name in the folder `schema`. */
export function publishedSchemas(): Readonly<Record<string, Json>> {
  return {
    'questionnaire.schema.json': generalFile(),
    'group.schema.json': published(groupSchema, 'groups/*.yaml'),
    'vectors.schema.json': published(vectorsSchema, 'vectors.yaml'),
    'answers.schema.json': published(sheetSchema, 'samples/*.yaml'),
  };
}
