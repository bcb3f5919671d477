import './fallbacks.css';
import './tokens.css';
import './globals.css';
import './transitions.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { InspectorHost } from '@/components/inspector/InspectorHost';
import { Part } from '@/components/parts/Part';
import { FramedNote } from '@/components/shell/FramedNote';
import { Notices } from '@/components/shell/Notices';
import { NetworkLine } from '@/components/shell/network/NetworkLine';
import bar from '@/components/shell/PageBar.module.css';
import { SessionStarter } from '@/components/shell/SessionStarter';
import { SiteFooter } from '@/components/shell/SiteFooter';
import { SiteHeader } from '@/components/shell/SiteHeader';
import { THEME_SCRIPT } from '@/components/shell/theme';
import { PageMovement } from '@/components/site/movement/PageMovement';
import { TraceTrouble } from '@/components/site/TraceTrouble';
import { TURN_SCRIPT } from '@/components/site/turn';
import { Spine } from '@/components/spine/Spine';
import { SubjectScope } from '@/components/state/SubjectScope';
import { TracedRoot } from '@/components/state/TracedRoot';
import { EpochScrubber } from '@/components/time/EpochScrubber';
import { EMBED_SCRIPT } from '@/lib/site/embed';
import { PREDICT_SCRIPT } from '@/lib/store/learner/predicts';
import { OPENING_SCRIPT } from '@/lib/store/subject/opening';
import layout from '@/words/layout';
import { LOCALE } from '@/words/locale';
import parts from '@/words/parts';
import { labelFont, numberFont, textFont } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Pipeline Tracer', template: '%s · Pipeline Tracer' },
  description: layout.description(),
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#171511' },
  ],
};

const SCRIPTS = TURN_SCRIPT + THEME_SCRIPT + PREDICT_SCRIPT + EMBED_SCRIPT + OPENING_SCRIPT;

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={LOCALE}
      className={`${textFont.variable} ${labelFont.variable} ${numberFont.variable}`}
      // The scripts set data-theme, data-predict, data-embed and data-opening before React sees the page.
      suppressHydrationWarning
    >
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants; they must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: SCRIPTS }} />
        <a className="skip-link" href="#main">
          {layout.skipLink()}
        </a>
        <TracedRoot>
          <Part name={parts.header()}>
            <SiteHeader />
          </Part>
          <div className={bar.bar} data-site>
            <div className={bar.row}>
              <Part name={parts.header()}>
                <NetworkLine />
              </Part>
              <Part name={parts.spine()}>
                <Spine />
              </Part>
              <Part name={parts.scrubber()}>
                <EpochScrubber />
              </Part>
            </div>
          </div>
          <Part name={parts.notices()} floating>
            <Notices />
          </Part>
          <Part name={parts.notices()}>
            <FramedNote />
            <TraceTrouble />
          </Part>
          <p className="opening" role="status">
            {layout.opening()}
          </p>
          <main id="main" tabIndex={-1}>
            <SubjectScope>
              <PageMovement>
                <Part name={parts.content()}>{children}</Part>
              </PageMovement>
            </SubjectScope>
          </main>
          <Part name={parts.footer()}>
            <SiteFooter />
          </Part>
          <InspectorHost />
        </TracedRoot>
        <Part name={parts.address()} floating>
          <SessionStarter />
        </Part>
      </body>
    </html>
  );
}
