; Added to the installer: what becomes of the data when the program is removed. Updates ask nothing.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${if} $LANGUAGE == 1066
      MessageBox MB_OK|MB_ICONINFORMATION "Đã gỡ chương trình. Dữ liệu đánh giá và bản sao lưu vẫn được giữ nguyên trên máy; cài lại chương trình là dùng tiếp được. Muốn xóa hẳn dữ liệu, hãy xóa thư mục dữ liệu đã ghi ở mục Sao lưu và khôi phục." /SD IDOK
    ${else}
      MessageBox MB_OK|MB_ICONINFORMATION "The program has been removed. Assessments and backups stay on this computer and are there again after a new installation. To delete them for good, delete the data folder that the page Backup and restore names." /SD IDOK
    ${endif}
  ${endif}
!macroend
