import { recordStrings as strings } from '#strings/record'
import { Banner } from '../../design/Banner.js'
import { Button } from '../../design/Button.js'
import type { Ended } from '../session/session.js'

/** Why nothing more is sent: `deleted` once HTTP has said so; `listening` where the page goes on to hear. */
export type Stop = Ended | 'deleted' | 'listening'

export interface StoppedBannerProps {
  by: Stop
  /** Something of ours is neither on the server nor in this browser. */
  atStake: boolean
}

/** Says that the page sends nothing more, and what can be done. @see docs/spec.md D9 */
export function StoppedBanner({ by, atStake }: StoppedBannerProps) {
  return (
    <Banner
      tone="problem"
      action={
        <Button size="small" onClick={() => window.location.reload()}>
          {strings.reload}
        </Button>
      }
    >
      {words[by]} {atStake && strings.bannerAtStake}
    </Banner>
  )
}

const words: Readonly<Record<Stop, string>> = {
  revoked: strings.bannerRevoked,
  deleted: strings.bannerDeleted,
  refused: strings.bannerRefused,
  listening: strings.bannerListening,
}
