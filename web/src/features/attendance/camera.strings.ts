import { catalogue } from '../../i18n.tsx'

export const cameraStrings = catalogue({
  id: {
    open: 'Pindai',
    openLabel: 'Pindai pas dengan kamera',
    close: 'Tutup kamera',
    view: 'Gambar kamera',
    starting: 'Membuka kamera…',
    hint: 'Arahkan kode pada pas ke kamera.',
    torchOn: 'Nyalakan lampu',
    torchOff: 'Matikan lampu',
    notPass: 'Kode ini bukan pas tamu.',
    failure: {
      refused:
        'Kamera tidak diizinkan. Buka setelan situs di bilah alamat, izinkan Kamera, lalu coba lagi. Pencarian nama tetap jalan.',
      absent: 'Perangkat ini tidak punya kamera. Cari tamu lewat namanya.',
      busy: 'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi.',
      insecure: 'Kamera hanya dapat dibuka lewat alamat https. Cari tamu lewat namanya.',
      reader: 'Pembaca kode belum ada pada perangkat ini. Sambungkan ke jaringan, lalu coba lagi.',
    },
  },
  en: {
    open: 'Scan',
    openLabel: 'Scan a pass by camera',
    close: 'Close the camera',
    view: 'Picture of the camera',
    starting: 'Opening the camera…',
    hint: 'Hold the code of the pass before the camera.',
    torchOn: 'Turn the light on',
    torchOff: 'Turn the light off',
    notPass: 'This code is not a guest pass.',
    failure: {
      refused:
        'The camera is not allowed. Open the site settings in the address bar, allow Camera, then try again. Searching by name goes on.',
      absent: 'This device has no camera. Search for the guest by name.',
      busy: 'Another app is using the camera. Close it, then try again.',
      insecure: 'The camera opens only over https. Search for the guest by name.',
      reader: 'The code reader is not on this device yet. Connect to the network, then try again.',
    },
  },
})
