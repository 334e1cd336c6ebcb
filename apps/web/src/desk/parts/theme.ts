import type { ThemeConfig } from 'antd'

const ink = '#1b2a29'
const muted = '#4d5d5a'
const teal = '#0f766e'

/**
 * The desk's own look on antd: deep teal, warm grey, compact rows. Colours are chosen so that text keeps a contrast
 * of at least 4.5 on every ground it stands on (antd's stock placeholder, tag and disabled-tab colours do not).
 */
export function deskTheme(motion: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: teal,
      colorInfo: teal,
      colorLink: '#0b5f59',
      colorLinkHover: '#084b46',
      colorSuccess: '#166534',
      colorWarning: '#9a4a06',
      colorError: '#b42318',
      colorPrimaryBg: '#e3f1ee',
      colorWarningBg: '#fdf4e3',
      colorWarningBorder: '#e9c88f',
      colorErrorBg: '#fdeeec',
      colorErrorBorder: '#efb8b2',
      colorSuccessBg: '#eaf6ed',
      colorSuccessBorder: '#a9d5b5',
      colorInfoBg: '#e9f4f2',
      colorInfoBorder: '#a9d0ca',
      colorText: ink,
      colorTextSecondary: muted,
      colorTextTertiary: '#5c6b68',
      colorTextDescription: muted,
      colorTextPlaceholder: '#5f6e6b',
      colorBorder: '#bccac6',
      colorBorderSecondary: '#dde5e2',
      colorBgLayout: '#f3f6f4',
      borderRadius: 6,
      controlHeight: 34,
      fontSize: 14,
      fontFamily:
        '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,-apple-system,sans-serif',
      motion,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: '#edf2f0',
        headerColor: ink,
        headerSplitColor: 'transparent',
        cellPaddingBlock: 9,
        cellPaddingInline: 10,
        rowHoverBg: '#eef6f4',
        rowSelectedBg: '#e0f0ed',
        rowSelectedHoverBg: '#d6ebe7',
      },
      Modal: { titleFontSize: 17 },
      Card: { headerFontSize: 15 },
      Segmented: { itemColor: muted, trackBg: '#e4ebe8', itemSelectedColor: '#0b5f59' },
    },
  }
}
