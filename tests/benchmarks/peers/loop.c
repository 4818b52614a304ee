/* Full training of 2-h-h-1 with sigmoids: forward, backward, step, loss recorded. float64.

   Examples are columns: an array of `units` rows of length m, where m is the number of examples
   rounded up to whole vectors. `mask` is 1 for an example and 0 for the padding. theta holds W1, b1,
   W2, b2, W3, b3, each W by rows (n_in, n_out). */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LANES 8
#define INLINE static inline __attribute__((always_inline))
typedef double vec __attribute__((vector_size(8 * LANES), aligned(8 * LANES)));

typedef struct {
  int n_in, n_out;
  double *W, *b, *dW, *db;
  vec *a, *dz; /* (n_out, m) */
} Layer;

typedef struct {
  int h, n, m, P; /* m and below: in vectors of LANES examples */
  Layer layers[3];
  double *theta, *dtheta, *adam_m, *adam_v;
  vec *x, *y, *mask;
} Net;

static vec *vectors(int count) {
  vec *v = aligned_alloc(sizeof(vec), sizeof(vec) * count);
  memset(v, 0, sizeof(vec) * count);
  return v;
}

/* rows of out = start of each row + sum over k of W[k * sk + j * sj] in[k], `rows` rows at a time. */
INLINE void mix(int rows, int j, int n_in, int m, const double *W, int sk, int sj,
                const double *b, const vec *in, vec *out) {
  for (int i = 0; i < m; i++) {
    vec sum[8];
    for (int r = 0; r < rows; r++) sum[r] = (vec){0} + (b ? b[j + r] : 0.0);
    for (int k = 0; k < n_in; k++)
      for (int r = 0; r < rows; r++) sum[r] += W[k * sk + (j + r) * sj] * in[k * m + i];
    for (int r = 0; r < rows; r++) out[(j + r) * m + i] = sum[r];
  }
}

/* d[j] of one row of dW = sum over the examples of x dz[j], `rows` entries at a time. */
INLINE void correlate(int rows, int j, int m, const vec *x, const vec *dz, double *d) {
  vec sum[8] = {0};
  for (int i = 0; i < m; i++)
    for (int r = 0; r < rows; r++) sum[r] += x[i] * dz[(j + r) * m + i];
  for (int r = 0; r < rows; r++) {
    double total = 0;
    for (int lane = 0; lane < LANES; lane++) total += sum[r][lane];
    d[j + r] = total;
  }
}

#define IN_BLOCKS(count, call)                       \
  do {                                               \
    int j = 0;                                       \
    for (; j + 8 <= (count); j += 8) call(8);        \
    for (; j + 4 <= (count); j += 4) call(4);        \
    for (; j + 2 <= (count); j += 2) call(2);        \
    for (; j < (count); j++) call(1);                \
  } while (0)

static void linear(const Layer *l, int m, const vec *x) {
#define CALL(rows) mix(rows, j, l->n_in, m, l->W, l->n_out, 1, l->b, x, l->a)
  IN_BLOCKS(l->n_out, CALL);
#undef CALL
}

static void input_gradient(const Layer *l, int m, vec *dx) {
#define CALL(rows) mix(rows, j, l->n_out, m, l->W, 1, l->n_out, NULL, l->dz, dx)
  IN_BLOCKS(l->n_in, CALL);
#undef CALL
}

static void parameter_gradients(const Layer *l, int m, const vec *x, const vec *mask) {
#define CALL(rows) correlate(rows, j, m, x + k * m, l->dz, l->dW + k * l->n_out)
  for (int k = 0; k < l->n_in; k++) IN_BLOCKS(l->n_out, CALL);
#undef CALL
#define CALL(rows) correlate(rows, j, m, mask, l->dz, l->db)
  IN_BLOCKS(l->n_out, CALL);
#undef CALL
}

static void sigmoid(double *a, int count) {
  for (int i = 0; i < count; i++) a[i] = 1 / (1 + exp(-a[i]));
}

static void times_slope(double *restrict dz, const double *restrict a, int count) {
  for (int i = 0; i < count; i++) dz[i] *= a[i] * (1 - a[i]);
}

/* Returns L, and writes p to the last layer's a and dL/dz to its dz. */
static double output(Net *net, int squared) {
  Layer *last = &net->layers[2];
  double *p = (double *)last->a, *dz = (double *)last->dz, L = 0;
  const double *y = (double *)net->y, *mask = (double *)net->mask;
  for (int i = 0; i < net->m * LANES; i++) {
    double z = p[i], wrong = (1 - 2 * y[i]) * z;
    p[i] = 1 / (1 + exp(-z));
    double d = (p[i] - y[i]) * mask[i];
    L += squared ? d * d : mask[i] * (fmax(wrong, 0) + log(1 + exp(-fabs(wrong))));
    dz[i] = (squared ? 2 * d * p[i] * (1 - p[i]) : d) / net->n;
  }
  return L / net->n;
}

static double forward(Net *net, int squared) {
  const vec *x = net->x;
  for (int l = 0; l < 2; l++) {
    linear(&net->layers[l], net->m, x);
    sigmoid((double *)net->layers[l].a, net->h * net->m * LANES);
    x = net->layers[l].a;
  }
  linear(&net->layers[2], net->m, x);
  return output(net, squared);
}

static void backward(Net *net) {
  for (int l = 2; l > 0; l--) {
    Layer *below = &net->layers[l - 1];
    parameter_gradients(&net->layers[l], net->m, below->a, net->mask);
    input_gradient(&net->layers[l], net->m, below->dz);
    times_slope((double *)below->dz, (double *)below->a, net->h * net->m * LANES);
  }
  parameter_gradients(&net->layers[0], net->m, net->x, net->mask);
}

static void descend(Net *net, double lr) {
  for (int i = 0; i < net->P; i++) net->theta[i] -= lr * net->dtheta[i];
}

static void adam(Net *net, double lr, double t) {
  const double beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
  double c1 = 1 - pow(beta1, t), c2 = 1 - pow(beta2, t);
  double *restrict m = net->adam_m, *restrict v = net->adam_v, *restrict theta = net->theta;
  const double *restrict d = net->dtheta;
  for (int i = 0; i < net->P; i++) {
    m[i] = beta1 * m[i] + (1 - beta1) * d[i];
    v[i] = beta2 * v[i] + (1 - beta2) * d[i] * d[i];
    theta[i] -= lr * (m[i] / c1) / (sqrt(v[i] / c2) + eps);
  }
}

static void take_examples(Net *net, const double *X, const double *y, int n) {
  double *x = (double *)net->x, *labels = (double *)net->y, *mask = (double *)net->mask;
  net->n = n;
  net->m = (n + LANES - 1) / LANES;
  int length = net->m * LANES;
  for (int i = 0; i < length; i++) {
    mask[i] = i < n;
    labels[i] = i < n ? y[i] : 0;
    for (int k = 0; k < 2; k++) x[k * length + i] = i < n ? X[2 * i + k] : 0;
  }
}

Net *new_net(int h, int n, const double *start) {
  Net *net = calloc(1, sizeof(Net));
  int sizes[4] = {2, h, h, 1}, m = (n + LANES - 1) / LANES;
  net->h = h;
  net->P = 2 * h + h + h * h + h + h + 1;
  double **arrays[] = {&net->theta, &net->dtheta, &net->adam_m, &net->adam_v};
  for (int i = 0; i < 4; i++) *arrays[i] = calloc(net->P, sizeof(double));
  memcpy(net->theta, start, net->P * sizeof(double));
  net->x = vectors(2 * m), net->y = vectors(m), net->mask = vectors(m);
  for (int l = 0, at = 0; l < 3; l++) {
    Layer *layer = &net->layers[l];
    layer->n_in = sizes[l], layer->n_out = sizes[l + 1];
    layer->W = net->theta + at, layer->dW = net->dtheta + at;
    at += layer->n_in * layer->n_out;
    layer->b = net->theta + at, layer->db = net->dtheta + at;
    at += layer->n_out;
    layer->a = vectors(layer->n_out * m), layer->dz = vectors(layer->n_out * m);
  }
  return net;
}

/* *t counts Adam's updates; lr of gradient descent if use_adam is 0. */
void train(Net *net, const double *X, const double *y, int n, int batch, double lr, int squared,
           int use_adam, double *t, int epochs, double *losses) {
  if (batch == n) take_examples(net, X, y, n);
  for (int epoch = 0; epoch < epochs; epoch++) {
    for (int start = 0; start < n; start += batch) {
      if (batch < n) take_examples(net, X + 2 * start, y + start, batch);
      losses[epoch] = forward(net, squared);
      backward(net);
      if (use_adam) adam(net, lr, ++*t); else descend(net, lr);
    }
    if (batch < n) { /* as labnet: the loss on all examples, after the epoch's last step */
      take_examples(net, X, y, n);
      losses[epoch] = forward(net, squared);
    }
  }
}

void predict(Net *net, const double *X, const double *y, int n, int times, double *p) {
  take_examples(net, X, y, n);
  for (int i = 0; i < times; i++) forward(net, 1);
  memcpy(p, net->layers[2].a, n * sizeof(double));
}
