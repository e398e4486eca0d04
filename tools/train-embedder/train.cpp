// Trains one vector a word, so that the summed words of a question point where the summed words of its answer point.
// Contrastive: the answers of the other questions of a batch are the wrong ones (InfoNCE, van den Oord et al. 2018, in
// both directions). Numbers in, numbers out: words, spelling and files are main.ts's matter. The same seed, settings
// and machine give the same bytes: threads own rows or columns, and no two ever add to the same number.
//
//   train <training set> <weights out> key=value...
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

using std::size_t;
using std::string;
using std::vector;
using Words = vector<uint32_t>;

struct Settings {
  int dimensions = 512, batch = 1024, epochs = 5, threads = 1;
  float temperature = 0.05f, rate = 0.05f, scaleRate = 0.02f, framed = 0.3f;
  uint64_t seed = 1;

  explicit Settings(int count, char** arguments) {
    std::map<string, std::function<void(const char*)>> known = {
        {"dimensions", [&](auto v) { dimensions = atoi(v); }}, {"batch", [&](auto v) { batch = atoi(v); }},
        {"epochs", [&](auto v) { epochs = atoi(v); }},         {"threads", [&](auto v) { threads = atoi(v); }},
        {"temperature", [&](auto v) { temperature = atof(v); }}, {"rate", [&](auto v) { rate = atof(v); }},
        {"scaleRate", [&](auto v) { scaleRate = atof(v); }},   {"framed", [&](auto v) { framed = atof(v); }},
        {"seed", [&](auto v) { seed = strtoull(v, nullptr, 10); }}};
    for (int i = 0; i < count; i++) {
      const string setting = arguments[i];
      const size_t equals = setting.find('=');
      const auto found = known.find(setting.substr(0, equals));
      if (equals == string::npos || found == known.end()) {
        fprintf(stderr, "unknown setting: %s\n", setting.c_str());
        exit(2);
      }
      found->second(setting.c_str() + equals + 1);
    }
  }
};

struct Random {  // splitmix64
  uint64_t state;
  uint64_t next() {
    uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  float unit() { return (next() >> 40) * (1.0f / 16777216.0f); }
  size_t below(size_t limit) { return next() % limit; }
  template <class T>
  void shuffle(vector<T>& items) {
    for (size_t i = items.size(); i > 1; i--) std::swap(items[i - 1], items[below(i)]);
  }
};

struct Pair {
  uint32_t queryGroup, passageGroup;  // pairs that share one are never wrong answers to each other
  float repeat;
  Words query, passage;
};
struct Frame {
  Words before, after;
};
struct TrainingSet {
  vector<float> share;  // of all running words
  vector<Words> passages;
  vector<Pair> pairs;
  vector<Frame> frames;

  explicit TrainingSet(const char* path) {
    FILE* file = fopen(path, "rb");
    if (!file) exit(2);
    fseek(file, 0, SEEK_END);
    vector<uint32_t> all(ftell(file) / 4);
    rewind(file);
    if (fread(all.data(), 4, all.size(), file) != all.size()) exit(2);
    fclose(file);
    const uint32_t* at = all.data();
    auto words = [&](uint32_t length) {
      Words read(at, at + length);
      at += length;
      return read;
    };
    share.resize(*at++);
    memcpy(share.data(), at, share.size() * 4);
    at += share.size();
    passages.resize(*at++);
    for (auto& passage : passages) {
      const uint32_t length = *at++;
      passage = words(length);
    }
    pairs.resize(*at++);
    for (auto& pair : pairs) {
      pair.queryGroup = *at++;
      pair.passageGroup = *at++;
      pair.repeat = *at++ / 100.f;
      const uint32_t query = *at++, passage = *at++;
      pair.query = words(query);
      pair.passage = words(passage);
    }
    frames.resize(*at++);
    for (auto& frame : frames) {
      const uint32_t before = *at++, after = *at++;
      frame.before = words(before);
      frame.after = words(after);
    }
  }
};

/** Runs work(0) … work(threads - 1) at the same time. */
template <class Work>
void parallel(int threads, Work work) {
  vector<std::thread> running;
  for (int t = 1; t < threads; t++) running.emplace_back(work, t);
  work(0);
  for (auto& thread : running) thread.join();
}

/** c = a · b, row by row: a is m×k, b is k×n. k and n are multiples of 64, n of a batch or the dimensions. */
class Multiplier {
  static constexpr int ROWS = 6, COLUMNS = 64, DEPTH = 256;
  vector<vector<float>> panels;

 public:
  explicit Multiplier(int threads) : panels(threads, vector<float>(DEPTH * COLUMNS)) {}

  void multiply(const float* a, const float* b, float* c, int m, int n, int k) {
    const int threads = panels.size();
    parallel(threads, [&](int t) {
      const int from = m * t / threads, to = m * (t + 1) / threads;
      std::fill(c + (size_t)from * n, c + (size_t)to * n, 0.f);
      float* panel = panels[t].data();
      for (int depth = 0; depth < k; depth += DEPTH) {
        const int deep = std::min(DEPTH, k - depth);
        for (int column = 0; column < n; column += COLUMNS) {
          for (int d = 0; d < deep; d++)
            memcpy(panel + d * COLUMNS, b + (size_t)(depth + d) * n + column, COLUMNS * sizeof(float));
          int row = from;
          for (; row + ROWS <= to; row += ROWS) tile<ROWS>(a, panel, c, row, column, depth, deep, n, k);
          for (; row < to; row++) tile<1>(a, panel, c, row, column, depth, deep, n, k);
        }
      }
    });
  }

 private:
  typedef float Lane __attribute__((vector_size(64), aligned(4)));

  template <int R>
  static void tile(const float* a, const float* panel, float* c, int row, int column, int depth, int deep, int n, int k) {
    Lane sum[R][4] = {};
    for (int d = 0; d < deep; d++) {
      const Lane* b = reinterpret_cast<const Lane*>(panel + d * COLUMNS);
      for (int r = 0; r < R; r++) {
        const float factor = a[(size_t)(row + r) * k + depth + d];
        for (int lane = 0; lane < 4; lane++) sum[r][lane] += factor * b[lane];
      }
    }
    for (int r = 0; r < R; r++) {
      Lane* out = reinterpret_cast<Lane*>(c + (size_t)(row + r) * n + column);
      for (int lane = 0; lane < 4; lane++) out[lane] += sum[r][lane];
    }
  }
};

static void transpose(const float* from, float* to, int rows, int columns) {
  for (int r = 0; r < rows; r += 16)
    for (int c = 0; c < columns; c += 16)
      for (int i = r; i < r + 16; i++)
        for (int j = c; j < c + 16; j++) to[(size_t)j * rows + i] = from[(size_t)i * columns + j];
}

struct Item {
  Words query, passage;
  uint32_t queryGroup, passageGroup;
};

/** What one epoch trains on, in an order, as a batch asks for it. */
class Epoch {
  enum Kind { PAIR, CLOZE, KEYWORDS };
  struct Entry {
    Kind kind;
    uint32_t index;
  };
  static constexpr size_t SHORTEST_PASSAGE = 40;
  const TrainingSet& set;
  const vector<float>& rarity;
  const Settings& settings;
  vector<Entry> entries;

 public:
  Epoch(const TrainingSet& set, const vector<float>& rarity, const Settings& settings, int epoch, Random& random)
      : set(set), rarity(rarity), settings(settings) {
    for (uint32_t i = 0; i < set.pairs.size(); i++) {
      int times = (int)set.pairs[i].repeat;
      if (random.unit() < set.pairs[i].repeat - times) times++;
      while (times-- > 0) entries.push_back({PAIR, i});
    }
    for (uint32_t i = 0; i < set.passages.size(); i++)
      if (set.passages[i].size() >= SHORTEST_PASSAGE) entries.push_back({(i + epoch) % 2 ? KEYWORDS : CLOZE, i});
    random.shuffle(entries);
  }

  size_t size() const { return entries.size(); }

  Item item(size_t at, Random& random) const {
    const Entry entry = entries[at];
    if (entry.kind == PAIR) {
      const Pair& pair = set.pairs[entry.index];
      return {shortened(pair.query, random), pair.passage, pair.queryGroup, pair.passageGroup};
    }
    Item item = entry.kind == CLOZE ? cloze(set.passages[entry.index], random) : keywords(set.passages[entry.index], random);
    item.queryGroup = item.passageGroup = 0x80000000u + entry.index;
    return item;
  }

 private:
  static Words shortened(const Words& query, Random& random) {
    if (query.size() <= 24 || random.unit() < 0.5f) return query;
    const size_t start = random.below(query.size() - 12);
    return Words(query.begin() + start, query.begin() + start + 12);
  }

  /** A stretch of the passage asks for the rest of it (inverse cloze, Lee et al. 2019). */
  static Item cloze(const Words& passage, Random& random) {
    Item item;
    const size_t length = 4 + random.below(14), start = random.below(passage.size() - length);
    item.query.assign(passage.begin() + start, passage.begin() + start + length);
    if (random.unit() < 0.1f) {
      item.passage = passage;
    } else {
      item.passage.assign(passage.begin(), passage.begin() + start);
      item.passage.insert(item.passage.end(), passage.begin() + start + length, passage.end());
    }
    return item;
  }

  /** A few rare words of the passage ask for it, sometimes inside the words of an everyday question. */
  Item keywords(const Words& passage, Random& random) const {
    Item item;
    vector<float> upTo(passage.size());
    float sum = 0;
    for (size_t i = 0; i < passage.size(); i++) upTo[i] = sum += rarity[passage[i]] * rarity[passage[i]];
    for (size_t count = 1 + random.below(4); count > 0; count--) {
      const size_t at = std::lower_bound(upTo.begin(), upTo.end(), random.unit() * sum) - upTo.begin();
      item.query.push_back(passage[std::min(at, passage.size() - 1)]);
    }
    if (random.unit() < 0.5f)
      for (uint32_t word : passage)
        if (std::find(item.query.begin(), item.query.end(), word) == item.query.end()) item.passage.push_back(word);
    if (item.passage.empty()) item.passage = passage;
    if (!set.frames.empty() && random.unit() < settings.framed) {
      const Frame& frame = set.frames[random.below(set.frames.size())];
      item.query.insert(item.query.begin(), frame.before.begin(), frame.before.end());
      item.query.insert(item.query.end(), frame.after.begin(), frame.after.end());
    }
    return item;
  }
};

class Trainer {
  const TrainingSet& set;
  const Settings& settings;
  const int D, B, T;
  vector<float> vectors, seen;         // a row a word; sum of mean squared gradients (row-wise Adagrad)
  vector<float> queryScale, scaleSeen;  // natural logarithm of what a word counts in a question
  vector<float> rarity;
  vector<float> x, y, flipped, scores, scoresFlipped, xGradient, yGradient, xLength, yLength;
  vector<int> place;
  vector<float> gradient;
  Multiplier multiplier;

 public:
  Trainer(const TrainingSet& set, const Settings& settings)
      : set(set), settings(settings), D(settings.dimensions), B(settings.batch), T(settings.threads),
        vectors(set.share.size() * D), seen(set.share.size(), 1e-6f), queryScale(set.share.size(), 0.f),
        scaleSeen(set.share.size(), 1e-2f), rarity(set.share.size()), x(B * D), y(B * D), flipped((size_t)B * std::max(B, D)),
        scores((size_t)B * B), scoresFlipped((size_t)B * B), xGradient(B * D), yGradient(B * D), xLength(B), yLength(B),
        place(set.share.size(), -1), multiplier(T) {
    start();
    measureRarity();
  }

  void train() {
    Random random{settings.seed};
    size_t step = 0, steps = 0;
    const auto began = std::chrono::steady_clock::now();
    for (int number = 0; number < settings.epochs; number++) {
      Epoch epoch(set, rarity, settings, number, random);
      const size_t batches = epoch.size() / B;
      if (steps == 0) steps = batches * settings.epochs;
      double loss = 0, right = 0;
      for (size_t batch = 0; batch < batches; batch++, step++) {
        vector<Item> items;
        for (int i = 0; i < B; i++) items.push_back(epoch.item(batch * B + i, random));
        const float done = std::min(1.f, (float)step / steps);
        learn(items, settings.rate * (1 - 0.9f * done), settings.scaleRate * (1 - 0.9f * done), loss, right);
      }
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
      fprintf(stderr, "epoch %d: loss %.4f, right %.4f, %.0f s\n", number + 1, loss / batches, right / batches, took.count());
    }
  }

  void write(const char* path) const {
    FILE* file = fopen(path, "wb");
    const uint32_t sizes[2] = {(uint32_t)set.share.size(), (uint32_t)D};
    if (!file || fwrite(sizes, 4, 2, file) != 2 || fwrite(queryScale.data(), 4, queryScale.size(), file) != queryScale.size() ||
        fwrite(vectors.data(), 4, vectors.size(), file) != vectors.size() || fclose(file) != 0)
      exit(2);
  }

 private:
  /** Random directions; frequent words start small (the weights of Arora et al. 2017). */
  void start() {
    Random random{settings.seed * 7919};
    for (size_t word = 0; word < set.share.size(); word++) {
      float* row = &vectors[word * D];
      float square = 0;
      for (int d = 0; d < D; d++) {
        row[d] = random.unit() + random.unit() + random.unit() + random.unit() - 2;
        square += row[d] * row[d];
      }
      const float length = 1e-3f / (1e-3f + set.share[word]) / sqrtf(square);
      for (int d = 0; d < D; d++) row[d] *= length;
    }
  }

  void measureRarity() {
    vector<uint32_t> passages(rarity.size(), 0), last(rarity.size(), 0);
    uint32_t number = 0;
    for (const Words& passage : set.passages) {
      number++;
      for (uint32_t word : passage)
        if (last[word] != number) passages[word]++, last[word] = number;
    }
    for (size_t word = 0; word < rarity.size(); word++) rarity[word] = logf((number + 1.f) / (passages[word] + 1.f));
  }

  void learn(const vector<Item>& items, float rate, float scaleRate, double& loss, double& right) {
    parallel(T, [&](int t) {
      for (int i = B * t / T; i < B * (t + 1) / T; i++) {
        xLength[i] = sum(items[i].query, true, &x[(size_t)i * D]);
        yLength[i] = sum(items[i].passage, false, &y[(size_t)i * D]);
      }
    });
    transpose(y.data(), flipped.data(), B, D);
    multiplier.multiply(x.data(), flipped.data(), scores.data(), B, B, D);
    compare(items, loss, right);
    multiplier.multiply(scores.data(), y.data(), xGradient.data(), B, D, B);
    transpose(scores.data(), scoresFlipped.data(), B, B);
    multiplier.multiply(scoresFlipped.data(), x.data(), yGradient.data(), B, D, B);
    parallel(T, [&](int t) {
      for (int i = B * t / T; i < B * (t + 1) / T; i++) {
        throughLength(&xGradient[(size_t)i * D], &x[(size_t)i * D], xLength[i]);
        throughLength(&yGradient[(size_t)i * D], &y[(size_t)i * D], yLength[i]);
      }
    });
    update(items, rate, scaleRate);
  }

  /** Writes the unit vector of the words, returns the length that it had. */
  float sum(const Words& words, bool asks, float* out) const {
    std::fill(out, out + D, 0.f);
    for (uint32_t word : words) {
      const float* row = &vectors[(size_t)word * D];
      const float scale = asks ? expf(queryScale[word]) : 1.f;
      for (int d = 0; d < D; d++) out[d] += scale * row[d];
    }
    float square = 1e-12f;
    for (int d = 0; d < D; d++) square += out[d] * out[d];
    const float length = sqrtf(square);
    for (int d = 0; d < D; d++) out[d] /= length;
    return length;
  }

  /** Turns cosines into the loss's gradient by them. exp(score - 1/temperature) needs no other guard: cosines end at 1. */
  void compare(const vector<Item>& items, double& loss, double& right) {
    const float sharpness = 1 / settings.temperature;
    vector<float> rowSum(B), columnSum(B, 0.f), matched(B);
    vector<uint32_t> queryGroup(B), passageGroup(B);
    for (int i = 0; i < B; i++) queryGroup[i] = items[i].queryGroup, passageGroup[i] = items[i].passageGroup;
    for (int i = 0; i < B; i++) {
      float* row = &scores[(size_t)i * B];
      matched[i] = row[i];
      float total = 0, best = -1;
      for (int j = 0; j < B; j++) {
        const bool same = queryGroup[i] == queryGroup[j] || passageGroup[i] == passageGroup[j];
        best = std::max(best, same ? -1.f : row[j]);
        row[j] = same && i != j ? 0.f : expf((row[j] - 1) * sharpness);
        total += row[j];
      }
      rowSum[i] = total;
      right += (matched[i] > best) / (double)B;
      loss += (logf(total) - (matched[i] - 1) * sharpness) / B;
    }
    for (int i = 0; i < B; i++)
      for (int j = 0; j < B; j++) columnSum[j] += scores[(size_t)i * B + j];
    for (int j = 0; j < B; j++) columnSum[j] = 1 / columnSum[j];
    for (int i = 0; i < B; i++) {
      float* row = &scores[(size_t)i * B];
      const float perRow = 1 / rowSum[i];
      for (int j = 0; j < B; j++) row[j] *= (perRow + columnSum[j]) * sharpness * 0.5f;
      row[i] -= sharpness;
    }
  }

  void throughLength(float* slope, const float* unit, float length) const {
    float along = 0;
    for (int d = 0; d < D; d++) along += slope[d] * unit[d];
    for (int d = 0; d < D; d++) slope[d] = (slope[d] - along * unit[d]) / length;
  }

  void update(const vector<Item>& items, float rate, float scaleRate) {
    Words used;
    auto note = [&](const Words& words) {
      for (uint32_t word : words)
        if (place[word] < 0) place[word] = used.size(), used.push_back(word);
    };
    for (const Item& item : items) note(item.query), note(item.passage);
    gradient.assign(used.size() * (size_t)D, 0.f);
    vector<float> scaleGradient(used.size(), 0.f);
    for (int i = 0; i < B; i++)
      for (uint32_t word : items[i].query) {
        const float *slope = &xGradient[(size_t)i * D], *row = &vectors[(size_t)word * D];
        float along = 0;
        for (int d = 0; d < D; d++) along += slope[d] * row[d];
        scaleGradient[place[word]] += along * expf(queryScale[word]);
      }
    parallel(T, [&](int t) {
      const int from = D * t / T, to = D * (t + 1) / T;
      for (int i = 0; i < B; i++) {
        for (uint32_t word : items[i].query) add(word, &xGradient[(size_t)i * D], expf(queryScale[word]), from, to);
        for (uint32_t word : items[i].passage) add(word, &yGradient[(size_t)i * D], 1.f, from, to);
      }
    });
    parallel(T, [&](int t) {
      for (size_t u = used.size() * t / T; u < used.size() * (t + 1) / T; u++) {
        const uint32_t word = used[u];
        const float* slope = &gradient[u * D];
        float square = 0;
        for (int d = 0; d < D; d++) square += slope[d] * slope[d];
        seen[word] += square / D;
        const float step = rate / sqrtf(seen[word]);
        float* row = &vectors[(size_t)word * D];
        for (int d = 0; d < D; d++) row[d] -= step * slope[d];
        scaleSeen[word] += scaleGradient[u] * scaleGradient[u];
        queryScale[word] -= scaleRate * scaleGradient[u] / sqrtf(scaleSeen[word]);
        queryScale[word] = std::max(-2.5f, std::min(2.5f, queryScale[word]));
        place[word] = -1;
      }
    });
  }

  void add(uint32_t word, const float* slope, float scale, int from, int to) {
    float* sum = &gradient[(size_t)place[word] * D];
    for (int d = from; d < to; d++) sum[d] += scale * slope[d];
  }
};

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const Settings settings(count - 3, arguments + 3);
  const TrainingSet set(arguments[1]);
  fprintf(stderr, "%zu words, %zu passages, %zu pairs\n", set.share.size(), set.passages.size(), set.pairs.size());
  Trainer trainer(set, settings);
  trainer.train();
  trainer.write(arguments[2]);
}
