import sharp from 'sharp'

// 60 million pixels are a good camera; a small file that claims more would fill the memory when opened.
const MOST_PIXELS = 60_000_000
const THUMBNAIL_PIXELS = 480

// The server shares its cores with the database; a picture may take its time.
sharp.concurrency(1)
sharp.cache(false)

/** What is wrong with an image, from its header alone. */
export async function imageFault(file: string): Promise<'damaged' | 'pixels' | undefined> {
  try {
    const { width, height, pages = 1 } = await sharp(file, { limitInputPixels: false }).metadata()
    return width * height * pages > MOST_PIXELS ? 'pixels' : undefined
  } catch {
    return 'damaged'
  }
}

/** A small WebP of an image, upright; undefined when the image is damaged further in. */
export async function thumbnailOf(image: Buffer): Promise<Buffer | undefined> {
  try {
    return await sharp(image, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .rotate()
      .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .timeout({ seconds: 10 })
      .toBuffer()
  } catch {
    return undefined
  }
}
