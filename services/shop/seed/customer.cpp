// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "customer.h"

#include "draw.h"

#include <algorithm>

namespace services::shop::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr int customerCount = 200;

std::vector<QString> firstNames()
{
    return {u"Ada"_s,   u"Ben"_s,   u"Clara"_s, u"Daan"_s, u"Elif"_s, u"Farid"_s, u"Greta"_s,
            u"Hugo"_s,  u"Ines"_s,  u"Jonas"_s, u"Kaja"_s, u"Luca"_s, u"Mira"_s,  u"Noor"_s,
            u"Oskar"_s, u"Priya"_s, u"Rosa"_s,  u"Sami"_s, u"Tove"_s, u"Yuki"_s};
}

std::vector<QString> lastNames()
{
    return {u"Ashdown"_s, u"Berg"_s, u"Castell"_s,  u"Dumont"_s, u"Ekholm"_s,
            u"Fiore"_s,   u"Grün"_s, u"Holloway"_s, u"Ito"_s,    u"Jansen"_s};
}

std::vector<CartLine> cartOf(int number, const std::vector<Product> &products)
{
    Draw draw(static_cast<std::uint64_t>(number) + 1'000'000);
    const int lines = 1 + draw.below(4);
    std::vector<CartLine> cart;
    while (static_cast<int>(cart.size()) < lines) {
        const auto &product = draw.of(products);
        const auto same = [&](const CartLine &line) { return line.product.id == product.id; };
        if (std::ranges::none_of(cart, same))
            cart.push_back({product, 1 + draw.below(3)});
    }
    return cart;
}

} // namespace

std::vector<Customer> customers()
{
    const auto products = seed::products();
    const auto first = firstNames();
    const auto last = lastNames();
    std::vector<Customer> all;
    for (int number = 1; number <= customerCount; ++number) {
        const auto index = static_cast<std::size_t>(number - 1);
        all.push_back({u"a-%1"_s.arg(number, 3, 10, QChar(u'0')),
                       u"shopper-%1@example.test"_s.arg(number, 3, 10, QChar(u'0')),
                       first[index % first.size()] + u' ' + last[index / first.size() % last.size()],
                       cartOf(number, products)});
    }
    return all;
}

QString demoPassword()
{
    return u"faultline-demo"_s;
}

} // namespace services::shop::seed
