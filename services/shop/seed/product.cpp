// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "product.h"

#include "draw.h"
#include "words.h"

#include <algorithm>
#include <array>

namespace services::shop::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t makesOfEachSort = 10;

// What one make costs in per cent of the sort's price: plain ones first.
constexpr std::array<int, makesOfEachSort> share = {100, 84, 118, 92, 135, 108, 76, 150, 97, 126};

// Prices end as a shop's prices do: on 90 or 50 cents.
std::int64_t priceOf(const Sort &sort, std::size_t make)
{
    const std::int64_t euros = std::max<std::int64_t>(2, sort.price * share[make] / 10'000);
    return euros * 100 - (make % 3 == 1 ? 50 : 10);
}

class ProductMaker
{
public:
    Product make(std::size_t index) const
    {
        const auto &shelf = m_shelves[index % m_shelves.size()];
        const std::size_t sortIndex = index / m_shelves.size() % shelf.sorts.size();
        const auto &sort = shelf.sorts[sortIndex];
        const std::size_t make = index / (m_shelves.size() * shelf.sorts.size());
        const auto available = materials(sort.stuff);
        const auto &material = available[make % available.size()];
        // The number of series is prime: the makes of one sort never share a series.
        const auto &series
            = m_series[(index % m_shelves.size() * 17 + sortIndex * 7 + make * 11) % m_series.size()];
        return {u"p-%1"_s.arg(qulonglong{index + 1}, 4, 10, QChar(u'0')),
                u"%1 %2 %3"_s.arg(series, material.name, sort.noun),
                u"%1 %2 %3"_s.arg(sort.use, material.quality, Draw(index).of(m_closings)), shelf.category,
                priceOf(sort, make)};
    }
    std::size_t count() const { return m_shelves.size() * m_shelves.front().sorts.size() * makesOfEachSort; }
    std::size_t shelfCount() const { return m_shelves.size(); }

private:
    const std::vector<Shelf> m_shelves = shelves();
    const std::vector<QString> m_series = series();
    const std::vector<QString> m_closings = closings();
};

} // namespace

QString currency()
{
    return u"EUR"_s;
}

std::vector<Product> products()
{
    const ProductMaker maker;
    std::vector<Product> made;
    made.reserve(maker.count());
    for (std::size_t index = 0; index < maker.count(); ++index)
        made.push_back(maker.make(index));
    return made;
}

// One of each category, of another sort each time.
std::vector<Product> bestSellers()
{
    const ProductMaker maker;
    std::vector<Product> best;
    for (std::size_t shelf = 0; shelf < maker.shelfCount(); ++shelf)
        best.push_back(
            maker.make((shelf * 7 + 3) % 10 * maker.shelfCount() + (shelf * 5) % maker.shelfCount()));
    return best;
}

} // namespace services::shop::seed
