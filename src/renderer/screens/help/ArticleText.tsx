import { Link } from 'wouter';
import { Notice } from '../../ui/Notice.tsx';
import type { Article } from './articles/list.ts';
import { blocksOf, runsOf, type Block } from './parse.ts';

/**
 * An article on the page.
 * @param props.level of its inner headings: one below the heading that stands above it
 */
export function ArticleText({ article, level }: { readonly article: Article; readonly level: 2 | 4 }) {
  return (
    <div className="article stack-2">
      {blocksOf(article.text).map((block, index) => (
        <Part key={index} block={block} level={level} />
      ))}
    </div>
  );
}

function Part({ block, level }: { readonly block: Block; readonly level: 2 | 4 }) {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case 'heading':
      return <Heading className="h2">{block.text}</Heading>;
    case 'note':
      return (
        <Notice kind="warn">
          <p>
            <Line text={block.text} />
          </p>
        </Notice>
      );
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} />
        </p>
      );
    case 'bullets':
    case 'steps': {
      const List = block.kind === 'steps' ? 'ol' : 'ul';
      return (
        <List className="article__list">
          {block.items.map((item) => (
            <li key={item}>
              <Line text={item} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Line({ text }: { readonly text: string }) {
  return runsOf(text).map((run, index) => {
    switch (run.kind) {
      case 'text':
        return run.text;
      case 'bold':
        return <b key={index}>{run.text}</b>;
      case 'key':
        return <kbd key={index}>{run.text}</kbd>;
      case 'link':
        return (
          <Link key={index} href={run.to}>
            {run.text}
          </Link>
        );
    }
  });
}
