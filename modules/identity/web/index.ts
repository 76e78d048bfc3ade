import Braces from 'lucide-react/icons/braces'
import Building2 from 'lucide-react/icons/building-2'
import CircleUser from 'lucide-react/icons/circle-user'
import KeyRound from 'lucide-react/icons/key-round'
import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone'
import ScrollText from 'lucide-react/icons/scroll-text'
import UserCog from 'lucide-react/icons/user-cog'
import Users from 'lucide-react/icons/users'
import { defineWebModule } from '#ui/define-web-module.ts'
import { useIsAdmin, useIsInstanceAdmin, useIsMember } from './use-me.ts'

export default defineWebModule({
  name: 'identity',
  records: {
    'identity.session': () => '/settings/sessions',
    'identity.invitation': () => '/settings/people',
  },
  routes: [
    { path: '/sign-in', load: () => import('./sign-in/sign-in-page.tsx'), bare: true },
    { path: '/reset', load: () => import('./sign-in/reset-page.tsx'), bare: true },
    { path: '/verify', load: () => import('./sign-in/verify-page.tsx'), bare: true },
    { path: '/register', load: () => import('./sign-in/register-page.tsx'), bare: true },
    { path: '/invitation', load: () => import('./sign-in/invitation-page.tsx'), bare: true },
  ],
  bar: () => import('./account-menu.tsx'),
  banner: () => import('./impersonation-banner.tsx'),
  settings: [
    {
      id: 'account',
      label: 'Account',
      group: 'You',
      icon: CircleUser,
      keywords: 'name e-mail address profile',
      order: 20,
      load: () => import('./account/account-pane.tsx'),
    },
    {
      id: 'sign-in',
      label: 'Password and passkeys',
      group: 'You',
      icon: LockKeyhole,
      keywords: 'security authenticator totp second step recovery codes',
      order: 30,
      load: () => import('./account/sign-in-pane.tsx'),
    },
    {
      id: 'sessions',
      label: 'Sessions',
      group: 'You',
      icon: MonitorSmartphone,
      keywords: 'devices browsers sign out',
      order: 40,
      load: () => import('./account/sessions-pane.tsx'),
    },
    {
      id: 'workspace',
      label: 'Workspace',
      group: 'Workspace',
      icon: Building2,
      keywords: 'rename leave delete switch',
      order: 10,
      load: () => import('./people/workspace-pane.tsx'),
    },
    {
      id: 'people',
      label: 'People',
      group: 'Workspace',
      icon: Users,
      keywords: 'members roles invitations',
      order: 20,
      useShown: useIsMember,
      load: () => import('./people/people-pane.tsx'),
    },
    {
      id: 'audit',
      label: 'Audit log',
      group: 'Workspace',
      icon: ScrollText,
      keywords: 'who did what',
      order: 40,
      useShown: useIsAdmin,
      load: () => import('./server/audit-pane.tsx'),
    },
    {
      id: 'tokens',
      label: 'Tokens',
      group: 'Programs',
      icon: KeyRound,
      keywords: 'personal access token scopes',
      order: 10,
      useShown: useIsMember,
      load: () => import('./programs/tokens-pane.tsx'),
    },
    {
      id: 'api',
      label: 'API and assistants',
      group: 'Programs',
      icon: Braces,
      keywords: 'openapi asyncapi mcp curl documentation',
      order: 20,
      load: () => import('./programs/api-pane.tsx'),
    },
    {
      id: 'users',
      label: 'Users',
      group: 'Server',
      icon: UserCog,
      keywords: 'admin accounts suspend impersonate',
      order: 10,
      useShown: useIsInstanceAdmin,
      load: () => import('./server/users-pane.tsx'),
    },
  ],
})
