/**
 * Which characters belong to words, and what they are compared as: the tables of FTS5's tokenizer, which are of a
 * Unicode of its own and differ from what either runtime knows. `unicode61.test.ts` holds them against FTS5's.
 */

/** Ranges beyond ASCII, base 36: the distance from the end of the one before, and how many more follow. */
const letters = `
4q 8+1 2 4+1 2+2 2+m 2+u 2+cp 5+b f+4 8 2 3m+4 2+7 2+4 3 2+31 2+3u 9+5r 7+14 3+3 2 1k+16 3+a 6 n+1 3+16 m+9
5+1 2+2q 2 g+1 8+e 3 f 2 2+t s+2i c+1l a+1 5+r 5 a 4 6+1 g+p 4+1 2+3o s 5+1h 4 j 8+9 5+9 2+f 4+1j 2 8+1 3+1
4+8 2+9 3+d 3+5 3+4 4+1j 2 6+3 3+1 4+2 2+t 3+2 2+a 4+1j 2 9 4 4+j 3+b 3+e 4+1j 2 8+1 3+1 4+7 3+9 3+b 2+g 2+1m
6+2 4 5+8 2+q 9+5 4+1l 8 4 5+6 3+a 3+q 2+1 3+1j 2 8 4 5+6 3+a 3+t 3+1l 8 4 5+8 2+9 3+k 2+7 3+1x 2+3 7 2 9+h
4+1n 2+1 8+3 2+6 a+9 3+2c 2+1 7 3+a 7+1e w+j d+1c o+4 c 11 g e+27 l+a 7+5 5+3 4 4+1 8+2 5+c d 2+9 7+2i 2+gw
d+12 b+2t 2+h7 3+g 2+p 3+25 4+z 4+s 6+q 3+t 3+1r 10 5 2+x g+49 2+39 d+3 d+3 2+2 3+2x i+6 3+j z+m 6+1 3+1g b
u+1 2+v 8 7+29 6+1a i+k 10+2 4+t e+1j f+7 5+z l+2 6+1p 3+1r 9+7 q+3 2+3 4+5m 14+k 5+cc 2 4+a 4+c 4+c 4+c 3
2u+4 7+9 6+a 6+g r+l y+e 3 5 3+9 2 4+4 7 2 2 2+3 2+a 3+3 6+4 5 2+1r h1+b 14+o c+28 27+l e9 3a+t qi+2 b+ay 7+3
4+6 5 3+33 2+d 2+2n 28 d+1v r 2i+b 5z+p d+3 6+2 q+8 8+4 3+4 4+2g 5+2 2+2h 2+43 3+3 b+v 11+r w+a v+7 2+e x+9
14+e 1s 75+533 1t+h3j 1k+1i 3+7g 4+2m h+v 2+27 9+7 o+8 3+2u 3+3a 2+2 2+3 2+m a+9 5+1l 5+7 3+1d i+8 3+f j+5
4+16 b+m e+a 2+v 5+1a s+f 3+20 f+b 2+7 3+d 5+m 4 2+1f 2 4+1 3+4 3 2+r 3+a 8+2 3+6j c+8pd 1kx+5ct 2+9 2+3r h+aj
3+57 3+1 r+5 8+8 10 k 5+42 2 g+9 8+p 7+p c+3d 8 8+9 8+73 4+1f a+1k i+5 d+1f 1b+bk 2+1b 2+w5 2+5i 2+u 2+5c 4
3+4 5+13 4+3 2+f a+11 2+54 8+xr 4+1g n+1d 4+18 j+1p 4+z f+a 5+1n 4+1b f+3 5+yp e+2pj 5+esc 1b+f 5+j1o 6v+9
14+1 52+x 1z+55 2g+o9 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+4kr 3+7h 19+3 2t+b g+1 f+1 g g+1b w 1p+3 18+22 u+c
18+4 a+6 3+4t y+e 7 1z+2 l+b 12 6+k i+e 1s 2 53 5+2 1r+1 5+b p+42 1z+3 c+1b 1z+1l 39+gwi4 2+t 2p+3j 6p+47bj`

/** Base 36: the distance from the one before, what it is compared as, and how many follow (a / takes every second). */
const folds = `
51:qk b:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:6e 1:2r 1:2t 1:2t 1:2t 1:2t 1:2x 1:2x 1:2x 1:2x 1:6o 1:32*2 2:33 1:33
1:33 1:33 2:6w 1:39 1:39 1:39 1:39 1:3d 1:72 2:2p 1:2p 1:2p 1:2p 1:2p 1:2p/2 3:2t 1:2t 1:2t 1:2t 1:2x 1:2x
1:2x 1:2x 2:32*2 2:33 1:33 1:33 1:33 3:39 1:39 1:39 1:39 1:3d 2:3d 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2r 1:2r
1:2r 1:2r 1:2r 1:2r 1:2r 1:2r*2 2:2s 1:7l 2:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2v 1:2v 1:2v
1:2v 1:2v 1:2v 1:2v 1:2v*2 2:2w 1:87 2:2x 1:2x 1:2x 1:2x 1:2x 1:2x 1:2x 1:2x 1:2x 2:8j 2:2y 1:2y*2 2:2z 2:30
1:30 1:30 1:30 1:30 1:30 1:8w/2 4:32 1:32 1:32 1:32 1:32 1:32 2:97 2:33 1:33 1:33 1:33 1:33 1:33 1:9f 2:36
1:36 1:36 1:36 1:36 1:36*2 2:37 1:37 1:37 1:37 1:37 1:37 1:37*2 2:38 1:38 1:38 1:9z 2:39 1:39 1:39 1:39 1:39
1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:3b 1:3b 1:3d 1:3d 1:3d*2 2:3e 1:3e 1:3e 1:3e 1:3e 1:37 2:gj 1:ar/2 4:gk
1:aw 2:gm*2 2:b0 3:d9 1:gp 1:gr 1:b6 2:gw 1:gz 2:h5 1:h4 1:bd 4:hb 1:he 2:hh 1:33 1:33 1:bn/2 4:hs 1:bs 2:hv
3:bx 2:i0 1:39 1:39 1:i2*2 2:c4/2 4:ia 1:c9 4:cd 8:cm 1:cm 2:cp 1:cp 2:cs 1:cs 2:2p 1:2p 1:2x 1:2x 1:33 1:33
1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 2:2p 1:2p 1:dd/3 6:2v 1:2v 1:2z 1:2z 1:33 1:33 1:33 1:33
1:dr 2:2y 1:dv 1:dv 2:2v 1:2v 1:b9 1:cf 1:32 1:32 1:2p 1:2p 1:e5/2 4:2p 1:2p 1:2p 1:2p 1:2t 1:2t 1:2t 1:2t
1:2x 1:2x 1:2x 1:2x 1:33 1:33 1:33 1:33 1:36 1:36 1:36 1:36 1:39 1:39 1:39 1:39 1:37 1:37*2 2:38 1:f1 2:2w
1:2w 1:bi 2:f7/2 4:2p 1:2p 1:2t 1:2t 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:3d 1:3d 7:8rp 1:fw 2:be 1:8rq
3:g2 2:ao 1:i1 1:i4 1:g7/5 8a:oh/2 6:on g:q4 2:q5*3 4:r0 2:r1*2 3:q9*h i:qr*9 v:qr d:rb 1:qa 1:qg 4:qu 1:qo
2:rd/c o:qi 1:qp 3:qg 1:qd 2:s8 2:s2 1:sb 3:or*3 3:uo*g g:ts*w 28:v5/h 16:wb/r 1i:y7 1:xu/7 f:y9/18 2p:129*12
29b:8w0*12 13:8x3 6:8x9 2lv:2p 1:2p*2 2:2q 1:2q 1:2q 1:2q 1:2q*2 2:2r*2 2:2s 1:2s 1:2s 1:2s 1:2s 1:2s 1:2s
1:2s 1:2s*2 2:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t*2 2:2u*2 2:2v*2 2:2w 1:2w 1:2w 1:2w 1:2w 1:2w 1:2w
1:2w 1:2w*2 2:2x 1:2x 1:2x 1:2z 1:2z 1:2z 1:2z 1:2z 1:2z*2 2:30 1:30 1:30 1:30 1:30 1:30 1:30*2 2:31 1:31 1:31
1:31 1:31*2 2:32 1:32 1:32 1:32 1:32 1:32 1:32*2 2:33 1:33 1:33 1:33 1:33 1:33 1:33*2 2:34 1:34 1:34 1:36 1:36
1:36 1:36 1:36 1:36 1:36 1:36*2 2:37 1:37 1:37 1:37 1:37 1:37 1:37 1:37 1:37*2 2:38 1:38 1:38 1:38 1:38 1:38
1:38*2 2:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39*2 2:3a 1:3a 1:3a*2 2:3b 1:3b 1:3b 1:3b 1:3b 1:3b 1:3b 1:3b
1:3b*2 2:3c 1:3c 1:3c*2 2:3d*2 2:3e 1:3e 1:3e 1:3e 1:3e 1:2w 1:38 1:3b 1:3d 2:37 3:67 2:2p 1:2p 1:2p 1:2p 1:2p
1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2p 1:2t 1:2t 1:2t
1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2t 1:2x 1:2x 1:2x 1:2x 1:33 1:33 1:33 1:33 1:33
1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:33 1:39 1:39 1:39
1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:39 1:3d 1:3d 1:3d 1:3d 1:3d 1:3d 1:3d 1:3d 1:64b/3 e:64g*8
g:64w*6 g:65c*8 g:65s*8 g:668*6 h:66p/4 f:674*8 w:680*8 g:68g*8 g:68w*8 g:69c*2 2:67k*2 2:69f 2:qh a:67m*4
4:69v c:6a8*2 2:67q*2 e:6ao*2 2:67u*2 2:6at c:67s*2 2:67w*2 2:6b7 8a:qx 4:2z 1:2p 7:6ku 1a:6ls*g z:6mc
22l:8q8*1b 2o:8rl 2:h7 1:5tp 1:hp 3:8rs/3 6:gh 1:hd 1:gg 1:gi 2:8s3 3:8s6 9:fz*2 2:8sh/1e 2z:8vg/2 7:8vn
nym:wu9/n 1s:ww1/c 4i:x0j/7 g:x0z/v 1z:x2y/2 4:5tl 1:x33/5 d:x3g 2:h1 3:x3l/2 g:x41/5 a:h2 h9z:1ef5*q
yn:1fe0*14`

/** Ranges of characters that belong to words, first and last. */
export function letterRanges(): [number, number][] {
  let last = 0
  return letters
    .trim()
    .split(/\s/)
    .map((entry) => {
      const [gap, more = '0'] = entry.split('+')
      const first = last + parseInt(gap!, 36)
      last = first + parseInt(more, 36)
      return [first, last]
    })
}

/** What a character is compared as, where that is not itself: without case and diacritics. */
export function foldedCharacters(): Map<string, string> {
  const folded = new Map<string, string>()
  let first = 0
  for (const entry of folds.trim().split(/\s/)) {
    const [, gap, target, sign, count = '1'] = /^(\w+):(\w+)([*/])?(\w+)?$/.exec(entry)!
    first += parseInt(gap!, 36)
    const step = sign === '/' ? 2 : 1
    for (let n = 0; n < parseInt(count, 36) * step; n += step)
      folded.set(String.fromCodePoint(first + n), String.fromCodePoint(parseInt(target!, 36) + n))
  }
  return folded
}
