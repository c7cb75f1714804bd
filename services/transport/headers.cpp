// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headers.h"

#include <algorithm>
#include <utility>

namespace services::transport {

namespace {

bool sameName(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

Headers::Headers(QByteArray text, std::vector<Place> places)
    : m_text(std::move(text))
    , m_places(std::move(places))
{
}

QByteArrayView Headers::nameOf(const Place &place) const
{
    return QByteArrayView(m_text).sliced(place.name, place.nameLength);
}

QByteArrayView Headers::valueOf(const Place &place) const
{
    return QByteArrayView(m_text).sliced(place.value, place.valueLength);
}

void Headers::add(QByteArrayView name, QByteArrayView value)
{
    Place place;
    place.name = static_cast<std::uint32_t>(m_text.size());
    place.nameLength = static_cast<std::uint32_t>(name.size());
    m_text.append(name);
    place.value = static_cast<std::uint32_t>(m_text.size());
    place.valueLength = static_cast<std::uint32_t>(value.size());
    m_text.append(value);
    m_places.push_back(place);
}

void Headers::set(QByteArrayView name, QByteArrayView value)
{
    remove(name);
    add(name, value);
}

// The text of a removed line stays in the buffer until the headers go: messages live briefly.
void Headers::remove(QByteArrayView name)
{
    std::erase_if(m_places, [this, name](const Place &place) { return sameName(nameOf(place), name); });
}

void Headers::clear()
{
    m_text.clear();
    m_places.clear();
}

QByteArrayView Headers::find(QByteArrayView name) const
{
    for (const Place &place : m_places) {
        if (sameName(nameOf(place), name))
            return valueOf(place);
    }
    return {};
}

int Headers::count(QByteArrayView name) const
{
    return static_cast<int>(std::ranges::count_if(
        m_places, [this, name](const Place &place) { return sameName(nameOf(place), name); }));
}

Headers::Line Headers::at(int index) const
{
    const Place &place = m_places.at(static_cast<std::size_t>(index));
    return {nameOf(place), valueOf(place)};
}

bool Headers::operator==(const Headers &other) const
{
    return std::ranges::equal(m_places, other.m_places, [&](const Place &mine, const Place &theirs) {
        return sameName(nameOf(mine), other.nameOf(theirs)) && valueOf(mine) == other.valueOf(theirs);
    });
}

} // namespace services::transport
