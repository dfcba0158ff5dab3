package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;

/** The demo company's 2,000 products: real weights and sizes, Chinese names by category. */
final class Assortment {
  /** Every hundredth article is sold in advance, another one is scarce. */
  private static final int SPECIAL = 100;

  private static final String[] STYLES = {
    "简约", "升级款", "加厚", "便携", "家用", "大号", "小号", "经典", "北欧风", "国潮", "复古", "轻奢"
  };
  private static final String[] COLOURS = {"白色", "黑色", "灰色", "蓝色", "粉色", "绿色", "米色", "红色"};

  private record Category(String goodsClass, String[] names) {}

  private final List<Article> articles;

  private Assortment(List<Article> articles) {
    this.articles = articles;
  }

  static Assortment load(long seed) {
    Map<String, Category> categories = new HashMap<>();
    for (CSVRecord row : Resource.table("/demo/categories.csv")) {
      String[] names = row.get("names").split("\\|");
      categories.put(row.get("category"), new Category(row.get("goodsClass"), names));
    }
    Random random = new Random(seed);
    List<Article> articles = new ArrayList<>();
    for (CSVRecord row : Resource.table("/demo/olist/products.csv.gz")) {
      Category category = categories.get(row.get("product_category_name"));
      if (category == null) {
        throw new IllegalStateException("No Chinese name for " + row.get(1) + ".");
      }
      articles.add(article(row, articles.size(), category, random));
    }
    return new Assortment(List.copyOf(articles));
  }

  private static Article article(CSVRecord row, int index, Category category, Random random) {
    String noun = category.names[random.nextInt(category.names.length)];
    String name = STYLES[random.nextInt(STYLES.length)] + noun + " " + pick(COLOURS, random);
    long price = 100 * (5 + Math.round(Math.exp(3.2 + 0.8 * random.nextGaussian()))) - 10;
    int weight = Integer.parseInt(row.get("product_weight_g"));
    return new Article(
        "A%04d".formatted(index + 1),
        name,
        row.get("product_category_name").replace('_', ' '),
        category.goodsClass,
        weight,
        10 * Integer.parseInt(row.get("product_length_cm")),
        10 * Integer.parseInt(row.get("product_width_cm")),
        10 * Integer.parseInt(row.get("product_height_cm")),
        Math.min(price, 99_990),
        Math.round(Math.min(price, 99_990) * (0.4 + 0.2 * random.nextDouble())),
        index % SPECIAL == 7,
        index % SPECIAL == 42);
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  List<Article> all() {
    return articles;
  }

  /** Popular articles are asked for far more often: Zipf with exponent 0.9 over the ranks. */
  Article popular(Random random) {
    double rank = Math.pow(articles.size(), Math.pow(random.nextDouble(), 1.3));
    Article article = articles.get(Math.min(articles.size() - 1, (int) rank - 1));
    return article.presale() || article.scarce() ? popular(random) : article;
  }

  /** Something for less than 90 yuan, as those buy who try out what is not theirs. */
  Article cheap(Random random) {
    Article article = popular(random);
    return article.price() < 9_000 ? article : cheap(random);
  }

  Article presale(Random random) {
    return articles.get(SPECIAL * random.nextInt(articles.size() / SPECIAL) + 7);
  }

  Article scarce(Random random) {
    return articles.get(SPECIAL * random.nextInt(articles.size() / SPECIAL) + 42);
  }
}
