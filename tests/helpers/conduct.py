"""Sentences nobody should send for an agency, and plain ones that look alike.

The one rule to know: all of them are made up; none was written by a citizen.
"""

HARSH = """
Anda bodoh sekali, baca dulu pengumumannya.
Dasar goblok, sudah dijelaskan berkali-kali.
Kamu itu tolol atau pura-pura tidak tahu?
Otak Anda di mana, Pak?
Otakmu dipakai dulu sebelum berkomentar.
Mampus kamu nanti.
Bacot kamu besar sekali.
Kurang ajar sekali komentar Anda.
Anda tidak tahu diri, sudah dibantu masih mengeluh.
Gak tau diri banget sih jadi warga.
Jangan lebay deh, cuma mati lampu.
Baper banget netizen ini.
Dasar warga manja.
Anda hanya cari sensasi.
Sok tahu sekali Anda ini.
Tutup mulut Anda kalau tidak paham.
Lebih baik Anda diam saja.
Jaga mulutmu!
Jaga ucapan Anda atau kami bertindak.
Ngaca dulu sebelum mengkritik.
Emang kamu siapa berani mengkritik bupati?
Terserah Anda mau percaya atau tidak.
Bangsat, berani-beraninya menghina kami.
Anjing kamu, jangan komentar di sini.
Dasar monyet, tidak bisa baca.
GOBL0K banget jadi orang.
Toloool.
Salah sendiri buang sampah sembarangan.
Bukan urusan kami, urus sendiri sana.
Anda pembohong dan tukang fitnah.
Hati-hati Anda, komentar ini kami simpan.
Hati-hati kalau berkomentar, ada UU ITE.
Anda akan kami laporkan ke pihak berwajib.
Komentar Anda akan kami laporkan ke polisi.
Kami laporkan Anda sekarang juga.
Kami laporkan ya kalau masih begini.
Nanti kami laporkan!
Siap-siap kami laporkan ke Bareskrim.
Kami bisa melaporkan Anda atas pencemaran nama baik.
Akun ini sudah kami catat dan akan kami laporkan ke tim siber Polda.
Saya lapor polisi ya kalau Anda terus begini.
Kami polisikan kalau tidak dihapus.
Anda bisa dipidana karena komentar ini.
Ingat, ada UU ITE yang bisa menjerat Anda.
Anda bisa dijerat pasal pencemaran nama baik.
Hapus komentar ini atau kami tempuh jalur hukum.
Hapus unggahan Anda sebelum kami laporkan.
Akan kami proses hukum.
Awas kamu kalau ketemu.
Awas ya, kami tahu alamat rumah Anda.
Kami tahu di mana kamu tinggal dan punya identitas Anda.
Kami akan lacak akun Anda.
Jangan macam-macam dengan pemerintah.
Jangan sampai kami bertindak.
Tunggu saja akibatnya.
Tahu akibatnya kalau terus menyebar ini.
Rasakan sendiri nanti.
Anda kami panggil ke kantor besok.
Kami panggil Anda untuk klarifikasi.
Silakan datang ke kantor untuk klarifikasi atas komentar Anda.
Besok Anda datang ke kantor kami.
Datang ke kantor kalau berani, jangan hanya di medsos.
Saudara wajib menghadap Kepala Dinas.
Anda diminta hadir di kantor kecamatan untuk mempertanggungjawabkan ucapan Anda.
Anda harus minta maaf secara terbuka.
Temui kami di kantor kalau berani.
Bantuan Anda kami cabut kalau terus protes.
Nama Anda kami coret dari daftar bansos kalau masih ribut.
Saya hajar kamu.
Semoga Anda kena azab.
Dasar Cina pelit.
Usir orang Papua dari sini.
Dasar kafir.
Kadrun memang susah diberi tahu.
Cebong dilarang komentar.
Lonte.
Kontol.
Orang Madura memang maling semua.
Ganyang China!
Akun Anda kami blokir kalau masih protes.
Diam kamu.
Kalau tidak tahu diam.
Anda provokator.
Masuk penjara baru tahu rasa.
Kami datangi rumahmu nanti malam.
Dasar miskin.
Tidak punya otak ya?
Warga kecil tidak usah banyak omong.
Makanya punya otak dipakai, Bu.
Anda ini buta huruf ya? Sudah jelas tertulis.
Ngeyel terus, percuma menjelaskan ke orang seperti Anda.
Komentar sampah seperti ini tidak perlu dijawab.
Silakan ke kantor polisi saja kalau tidak puas, kami siap tuntut.
Anda kami tunggu di kantor besok pagi, jangan kabur.
Postingan Anda melanggar hukum dan akan kami adukan ke polisi.
Kami sudah screenshot, siap-siap saja berurusan dengan hukum.
Kalau masih menyebarkan ini, kami bawa ke ranah hukum.
Saudara dipanggil menghadap Bupati Senin pukul 09.00.
Kami minta Saudara datang ke kantor Satpol PP untuk diperiksa.
Mohon hadir ke kantor kami untuk klarifikasi terkait unggahan Anda.
Warga seperti Anda yang bikin malu daerah.
Otak kosong banyak gaya.
Cuma bisa nyinyir, tidak ada solusi.
Norak banget sih, gitu saja diviralkan.
Kamu memang tukang onar.
Jangan bikin gaduh kalau tidak mau berurusan dengan polisi.
Kami pastikan Anda menyesal.
Miskin kok banyak protes.
Anda fitnah! Kami akan menempuh jalur hukum.
Kami sudah mengantongi identitas Anda.
Dasar tukang ngeluh.
Hati-hati, jejak digital Anda bisa kami pidanakan.
Kritik silakan, tapi ingat ada pasalnya.
Pemkab akan melaporkan akun ini ke polisi.
Stop komentar atau akun Anda kami laporkan.
Matamu buta ya?
Emang gampang kerja di sini? Situ saja yang kerja.
Kalau tidak suka, pindah saja dari kabupaten ini.
""".strip().splitlines()

PLAIN = """
Silakan datang ke kantor kelurahan untuk mengambil KTP pada jam layanan.
Silakan datang ke kantor Dukcapil membawa fotokopi KK.
Anda dapat datang ke kantor kecamatan setiap hari kerja pukul 08.00-15.00.
Kak, silakan datang ke kantor kami di Jl. Merdeka 1 untuk mengurus KIA.
Besok petugas kami datang ke lokasi.
Silakan lapor polisi melalui 110 bila melihat tindak kejahatan.
Bapak dapat melapor ke polisi terdekat.
Aduan Bapak kami laporkan ke DPUPR dan kami pantau.
Aduan ini sudah kami laporkan kepada pimpinan.
Laporan Anda kami teruskan ke Dinas Perhubungan.
Kejadian ini sudah kami laporkan ke Polres setempat.
Pencurian kabel PJU telah kami laporkan ke polisi.
Perkembangannya akan kami laporkan di sini.
Hasilnya kami laporkan kembali paling lambat Jumat.
Hati-hati saat melintas di Jalan Mawar, ada perbaikan.
Hati-hati penipuan yang mengatasnamakan kami.
Tetap hati-hati di jalan ya, Kak.
Sampah yang menumpuk sudah diangkut.
Bego sudah diturunkan untuk pengerukan sungai.
Petugas menangkap anjing liar di Kelurahan Mawar.
Vaksin rabies untuk anjing dan kucing gratis.
Limbah kandang babi sedang ditangani DLH.
Monyet liar sudah dievakuasi Damkar.
ODGJ sudah dibawa ke rumah sakit jiwa.
Mohon maaf atas ketidaknyamanannya.
Kami minta maaf karena terlambat menjawab.
Petugas akan memanggil nomor antrean Anda.
Kami panggil pelaksana pekerjaan untuk memperbaiki.
Dinas sudah memanggil kontraktor.
Pelaku perusakan dapat dipidana sesuai aturan.
Aduan tentang pungli diproses Inspektorat.
Permohonan Anda kami proses dalam 3 hari kerja.
Berkas Anda sedang diproses.
Data Anda kami jaga kerahasiaannya.
Laporan dapat disampaikan secara anonim.
Mohon hapus nomor HP dari komentar Anda dan kirim lewat DM.
Komentar Anda memuat data pribadi. Demi keamanan, mohon dihapus dan kirim ulang lewat DM.
Terima kasih atas kritiknya, Kak.
Kritik Anda kami catat untuk perbaikan.
Perkara ini sedang dalam proses hukum di pengadilan.
Bapak/Ibu berhak menempuh jalur hukum.
Bantuan Anda dihentikan karena data DTKS menyatakan pindah domisili.
Nomor yang menipu dapat diblokir melalui aduankonten.id.
Akun palsu tersebut sudah kami laporkan ke platform.
Akun palsu ini sudah kami laporkan kepada Komdigi.
Warga negara berhak atas pelayanan dasar.
Jalan ini dasarnya milik provinsi.
Lampu mati sudah diganti.
PJU mati saja yang diganti minggu ini.
Silakan tunggu, petugas sedang menuju lokasi.
Awas banjir, hindari Jalan Melati.
Kepala Dinas hadir di kantor kecamatan untuk sosialisasi.
Kami undang warga hadir di balai desa.
Sekolah menghadap selatan, gerbang di sisi timur.
Apakah Anda sudah datang ke puskesmas?
Jika berkas lengkap, silakan datang ke kantor desa.
Umat Islam, Kristen, Hindu, dan Buddha merayakan bersama.
Perayaan Imlek di Kampung Cina berlangsung Sabtu.
Bantuan untuk warga Papua dikirim hari ini.
Razia pekerja seks di kafe dilakukan Satpol PP.
Penertiban pelacuran di lokalisasi sudah dilakukan.
Kami blokir jalan sementara untuk perbaikan.
Terima kasih sudah mengingatkan kami.
Pemeriksaan mata gratis di RSUD.
Kemiskinan ekstrem menjadi prioritas.
Kami tidak akan melaporkan Anda, tenang saja.
Anda bisa melaporkan pungli ke Inspektorat.
Silakan laporkan kepada kami bila terulang.
Jangan sampai terlambat membayar PBB.
Untuk klarifikasi data, Anda dapat datang ke kantor Dinsos membawa KTP.
Kami tunggu di loket 3.
Anda dapat menghubungi 112 bila darurat.
Mohon tidak berkomentar kasar di halaman ini.
Guru dipanggil kepala sekolah untuk rapat.
Komentar yang memuat data pribadi kami sembunyikan.
Salah satu penyebabnya pipa bocor.
Kami tindak lanjuti segera.
Kami sudah memeriksa lokasi dan mengangkut sampahnya.
Kakak bisa datang ke kantor PDAM atau telepon call center.
Laporan Kakak kami catat, nanti kami kabari.
Untuk keamanan, kami sarankan melapor ke kantor polisi terdekat.
Kasus ini ditangani Polres dan sedang proses hukum.
Anda dapat hadir di balai desa untuk mengambil bantuan.
Wali murid diundang hadir di sekolah.
Anda bisa menghubungi kami melalui pesan langsung.
Mohon menjaga ucapan dan saling menghormati di kolom komentar.
Perusahaan tersebut sudah kami panggil dan diberi teguran.
Petugas parkir liar sudah kami tindak.
Pelanggar akan dikenai sanksi sesuai Perda.
Pemilik anjing diminta mengikat hewannya.
Terima kasih, kritik Anda membangun.
Mohon maaf bila jawaban kami belum memuaskan.
Silakan hadir ke kantor kelurahan untuk verifikasi data bansos.
Warga miskin dapat mendaftar lewat kelurahan.
Identitas pelapor kami lindungi.
Data Kakak sudah kami terima lewat DM.
Kami akan laporkan hasilnya minggu depan.
Anda tidak perlu datang ke kantor, cukup lewat aplikasi.
Bila keberatan, Anda berhak menggugat ke PTUN.
Surat panggilan sidang dikirim oleh pengadilan.
Kami menyesal mendengar kejadian itu.
Mohon tidak menyebarkan hoaks, cek dulu faktanya.
Awas penipuan mengatasnamakan Bupati.
Hati-hati di tikungan, jalan licin.
Harap lapor RT bila menerima tamu.
Nomor antrean Anda akan dipanggil pukul 10.00.
Silakan menghadap petugas di loket 2 dengan membawa KTP.
""".strip().splitlines()
