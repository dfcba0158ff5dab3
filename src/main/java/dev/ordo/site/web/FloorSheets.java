package dev.ordo.site.web;

import dev.ordo.shared.Refusal;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes layout and slots as {@link FloorFiles} reads them. */
record FloorSheets(Layout layout, List<Location> locations) {
  private static final Map<String, String> MEANING =
      Map.of(
          "aisles", "parallel aisles, numbered from 0",
          "cellsPerBlock", "cells of one side of an aisle, block by block from the front",
          "aisleToAisle", "metres between the centre lines of neighbouring aisles",
          "cellToCell", "metres between neighbouring cells",
          "frontCrossAisleToFirstCell", "metres from a block's front cross aisle to its cell 0",
          "lastCellToBackCrossAisle", "metres from a block's last cell to the cross aisle behind",
          "depotCrossAisle", "the cross aisle the depot lies at; 0 is the front",
          "depotLinks", "aisle:metres for every aisle head the depot is joined to");

  String layoutCsv() {
    if (layout.graph() != null) {
      throw new Refusal("layout", "graph", "Ask GET /api/warehouses: a graph has no sheet.");
    }
    return csv(layoutRows());
  }

  String slotsCsv() {
    return csv(slotRows());
  }

  /** Both as sheets of one workbook; numbers are numbers. */
  byte[] xlsx() {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (layout.graph() == null) {
        write(book.createSheet("layout"), layoutRows());
      }
      write(book.createSheet("slots"), slotRows());
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<List<Object>> layoutRows() {
    Map<String, Object> values =
        Map.of(
            "aisles", layout.aisles(),
            "cellsPerBlock", joined(layout.cellsPerBlock()),
            "aisleToAisle", layout.aisleToAisle(),
            "cellToCell", layout.cellToCell(),
            "frontCrossAisleToFirstCell", layout.frontCrossAisleToFirstCell(),
            "lastCellToBackCrossAisle", layout.lastCellToBackCrossAisle(),
            "depotCrossAisle", layout.depot().crossAisle(),
            "depotLinks", links());
    List<List<Object>> rows = new ArrayList<>(List.of(List.of("setting", "value", "meaning")));
    FloorFiles.LAYOUT.forEach(
        setting -> rows.add(List.of(setting, values.get(setting), MEANING.get(setting))));
    return rows;
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private String links() {
    return joined(
        layout.depot().links().stream().map(l -> l.aisle() + ":" + l.distance()).toList());
  }

  private List<List<Object>> slotRows() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.copyOf(FloorFiles.SLOT));
    locations.forEach(
        l ->
            rows.add(
                List.of(
                    l.code(),
                    l.aisle(),
                    l.block(),
                    l.cell(),
                    l.side(),
                    l.zone(),
                    layout.graph() == null ? metres(l.aisle() * layout.aisleToAisle()) : "",
                    layout.graph() == null ? metres(along(l)) : "")));
    return rows;
  }

  private double along(Location l) {
    return layout.crossAisleAt(l.block()) + layout.positionInBlock(l.cell());
  }

  private static double metres(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }

  private static String csv(List<List<Object>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Sheet sheet, List<List<Object>> rows) {
    for (List<Object> values : rows) {
      Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (Object value : values) {
        if (value instanceof Number number) {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(number.doubleValue());
        } else {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value.toString());
        }
      }
    }
    sheet.createFreezePane(0, 1);
    sheet.setColumnWidth(0, 30 * 256);
  }
}
