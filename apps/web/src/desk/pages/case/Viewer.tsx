import {
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../shared/api.ts'
import { useKeys } from '../../parts/keys.ts'
import { defineWords, useWords } from '../../parts/lang.ts'
import { useCase, type CaseView } from './case-context.tsx'

const words = defineWords(
  {
    title: '材料影像',
    none: '还没有上传材料。',
    noneHint: '窗口可以扫描、拍照或粘贴图片；参保人也可以在网上补交。',
    previous: '上一张（p）',
    next: '下一张（n）',
    zoomIn: '放大（+）',
    zoomOut: '缩小（−）',
    rotate: '旋转（o）',
    of: (now: number, all: number) => `${now} / ${all}`,
    openAlone: '单独打开',
    canvas: '材料图像，可滚动查看',
  },
  {
    title: 'Images of the materials',
    none: 'No material was uploaded yet.',
    noneHint: 'The window can scan, photograph or paste; the person can also add them online.',
    previous: 'Previous (p)',
    next: 'Next (n)',
    zoomIn: 'Zoom in (+)',
    zoomOut: 'Zoom out (−)',
    rotate: 'Rotate (o)',
    of: (now: number, all: number) => `${now} / ${all}`,
    openAlone: 'Open alone',
    canvas: 'Image of the material, scrolls',
  },
)
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4]

interface Shown {
  file: CaseView['materials'][number]['files'][number]
  material: string
}

/** The images and PDFs of the case, one at a time, beside the lines they prove. */
export function Viewer() {
  const { view } = useCase()
  const text = useWords(words)
  const files: Shown[] = view.materials.flatMap((slot) =>
    slot.files.map((file) => ({ file, material: slot.name })),
  )
  const [wanted, setWanted] = useState(0)
  const [zoom, setZoom] = useState(2)
  const [turns, setTurns] = useState(0)
  const index = Math.min(wanted, Math.max(files.length - 1, 0))
  const go = (by: number) => {
    setWanted((index + by + files.length) % Math.max(files.length, 1))
    setTurns(0)
  }
  const zoomBy = (by: number) => setZoom(Math.min(Math.max(zoom + by, 0), ZOOMS.length - 1))
  useKeys({
    n: () => go(1),
    p: () => go(-1),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    o: () => setTurns(turns + 1),
  })
  const shown = files[index]
  if (!shown) {
    return (
      <section className="panel viewer" aria-label={text.title}>
        <div className="empty">
          <strong>{text.none}</strong>
          {text.noneHint}
        </div>
      </section>
    )
  }
  const address = addressOf('getFile', {
    params: { caseId: view.caseId, fileId: shown.file.fileId },
    query: { regionCode: view.regionCode },
  })
  const isPdf = shown.file.type === 'application/pdf'
  return (
    <section className="panel viewer" aria-label={text.title}>
      <div className="viewer-bar">
        <span className="viewer-name" title={shown.file.name}>
          {shown.material} <span className="muted small">{text.of(index + 1, files.length)}</span>
        </span>
        <span className="row viewer-tools">
          <Tool label={text.previous} icon={<LeftOutlined />} onClick={() => go(-1)} />
          <Tool label={text.next} icon={<RightOutlined />} onClick={() => go(1)} />
          {!isPdf && <Tool label={text.zoomOut} icon={<ZoomOutOutlined />} onClick={() => zoomBy(-1)} />}
          {!isPdf && <Tool label={text.zoomIn} icon={<ZoomInOutlined />} onClick={() => zoomBy(1)} />}
          {!isPdf && (
            <Tool label={text.rotate} icon={<RotateRightOutlined />} onClick={() => setTurns(turns + 1)} />
          )}
          <a href={address} target="_blank" rel="noreferrer" className="small">
            {text.openAlone}
          </a>
        </span>
      </div>
      {isPdf ? (
        // A sandbox switches the browser’s PDF viewer off; the server sends only files it has checked.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="viewer-canvas" title={`${shown.material} ${shown.file.name}`} src={address} />
      ) : (
        // Scrolls with the arrow keys once it has the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="viewer-canvas" aria-label={text.canvas} tabIndex={0}>
          <img
            src={address}
            alt={`${shown.material}：${shown.file.name}`}
            style={{ width: `${(ZOOMS[zoom] ?? 1) * 100}%`, rotate: `${turns * 90}deg` }}
          />
        </section>
      )}
    </section>
  )
}

function Tool({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return <Button size="small" type="text" icon={icon} aria-label={label} title={label} onClick={onClick} />
}
