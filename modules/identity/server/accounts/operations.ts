import addPasskey from '../operations/add-passkey.ts'
import changeAddress from '../operations/change-address.ts'
import changePassword from '../operations/change-password.ts'
import createChallenge from '../operations/create-challenge.ts'
import deletePasskey from '../operations/delete-passkey.ts'
import endFamily from '../operations/end-family.ts'
import findAccount from '../operations/find-account.ts'
import findPasskey from '../operations/find-passkey.ts'
import forgiveAttempt from '../operations/forgive-attempt.ts'
import issueTokens from '../operations/issue-tokens.ts'
import jwks from '../operations/jwks.ts'
import keepAddress from '../operations/keep-address.ts'
import keepPassword from '../operations/keep-password.ts'
import keepRegistration from '../operations/keep-registration.ts'
import keepSigningKey from '../operations/keep-signing-key.ts'
import keepTotp from '../operations/keep-totp.ts'
import listPasskeys from '../operations/list-passkeys.ts'
import login from '../operations/login.ts'
import loginSecondFactor from '../operations/login-second-factor.ts'
import noteFailure from '../operations/note-failure.ts'
import noteLock from '../operations/note-lock.ts'
import noteResetRequest from '../operations/note-reset-request.ts'
import noteUse from '../operations/note-use.ts'
import passkeyBegin from '../operations/passkey-begin.ts'
import passkeyFinish from '../operations/passkey-finish.ts'
import passkeySignInBegin from '../operations/passkey-sign-in-begin.ts'
import passkeySignInFinish from '../operations/passkey-sign-in-finish.ts'
import peekRefresh from '../operations/peek-refresh.ts'
import readChallenge from '../operations/read-challenge.ts'
import readPendingTotp from '../operations/read-pending-totp.ts'
import readProvable from '../operations/read-provable.ts'
import readRegistration from '../operations/read-registration.ts'
import readReset from '../operations/read-reset.ts'
import readSigningKey from '../operations/read-signing-key.ts'
import reauthenticate from '../operations/reauthenticate.ts'
import recoveryCodes from '../operations/recovery-codes.ts'
import refresh from '../operations/refresh.ts'
import register from '../operations/register.ts'
import registerInvited from '../operations/register-invited.ts'
import renamePasskey from '../operations/rename-passkey.ts'
import renewSession from '../operations/renew-session.ts'
import requestReset from '../operations/request-reset.ts'
import requestVerification from '../operations/request-verification.ts'
import resetPassword from '../operations/reset-password.ts'
import revokeOtherSessions from '../operations/revoke-other-sessions.ts'
import revokeRefresh from '../operations/revoke-refresh.ts'
import rotateKeys from '../operations/rotate-keys.ts'
import rotateRefresh from '../operations/rotate-refresh.ts'
import security from '../operations/security.ts'
import sendReset from '../operations/send-reset.ts'
import sendVerification from '../operations/send-verification.ts'
import setPassword from '../operations/set-password.ts'
import settleMail from '../operations/settle-mail.ts'
import signInOptions from '../operations/sign-in-options.ts'
import startSession from '../operations/start-session.ts'
import takeAttempt from '../operations/take-attempt.ts'
import takeChallenge from '../operations/take-challenge.ts'
import takeMail from '../operations/take-mail.ts'
import tidy from '../operations/tidy.ts'
import totpBegin from '../operations/totp-begin.ts'
import totpConfirm from '../operations/totp-confirm.ts'
import totpDisable from '../operations/totp-disable.ts'
import turnTotpOn from '../operations/turn-totp-on.ts'
import updateProfile from '../operations/update-profile.ts'
import useVerification from '../operations/use-verification.ts'
import verifyAddress from '../operations/verify-address.ts'

/** Passwords, addresses, second factors, passkeys, API clients and mail out. */
export const accountOperations = [
  addPasskey,
  changeAddress,
  changePassword,
  createChallenge,
  deletePasskey,
  endFamily,
  findAccount,
  findPasskey,
  forgiveAttempt,
  issueTokens,
  jwks,
  keepAddress,
  keepPassword,
  keepRegistration,
  keepSigningKey,
  keepTotp,
  listPasskeys,
  login,
  loginSecondFactor,
  noteFailure,
  noteLock,
  noteResetRequest,
  noteUse,
  passkeyBegin,
  passkeyFinish,
  passkeySignInBegin,
  passkeySignInFinish,
  peekRefresh,
  readChallenge,
  readPendingTotp,
  readProvable,
  readRegistration,
  readReset,
  readSigningKey,
  reauthenticate,
  recoveryCodes,
  refresh,
  register,
  registerInvited,
  renamePasskey,
  renewSession,
  requestReset,
  requestVerification,
  resetPassword,
  revokeOtherSessions,
  revokeRefresh,
  rotateKeys,
  rotateRefresh,
  security,
  sendReset,
  sendVerification,
  setPassword,
  settleMail,
  signInOptions,
  startSession,
  takeAttempt,
  takeChallenge,
  takeMail,
  tidy,
  totpBegin,
  totpConfirm,
  totpDisable,
  turnTotpOn,
  updateProfile,
  useVerification,
  verifyAddress,
]
