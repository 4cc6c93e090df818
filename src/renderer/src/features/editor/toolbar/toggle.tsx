import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icon, type IconName } from '../../../ui/icon.tsx'

interface ToggleProps {
  name: string
  icon: IconName
  isOn: boolean
  onPress: () => void
}

export function Toggle({ name, icon, isOn, onPress }: ToggleProps) {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton className="button button-quiet button-icon" aria-label={name} isSelected={isOn} onPress={onPress}>
        <Icon name={icon} />
      </ToggleButton>
      <Tooltip className="tooltip">{name}</Tooltip>
    </TooltipTrigger>
  )
}
