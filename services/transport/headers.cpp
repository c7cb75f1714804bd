// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headers.h"

#include <algorithm>
#include <utility>

namespace services::transport {

namespace {

bool sameName(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

} // namespace

Headers::Headers(QByteArray text, Places places)
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
    if (m_places.empty()) {
        m_places.reserve(8);
        m_text.reserve(256);
    }
    const auto at = m_text.size();
    m_text.resize(at + name.size() + value.size());
    std::ranges::copy(value, std::ranges::copy(name, m_text.data() + at).out);
    m_places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(name.size()),
                        static_cast<std::uint32_t>(at + name.size()),
                        static_cast<std::uint32_t>(value.size())});
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
    const Place &place = m_places[static_cast<std::size_t>(index)];
    return {nameOf(place), valueOf(place)};
}

bool Headers::operator==(const Headers &other) const
{
    return std::ranges::equal(m_places, other.m_places, [&](const Place &mine, const Place &theirs) {
        return sameName(nameOf(mine), other.nameOf(theirs)) && valueOf(mine) == other.valueOf(theirs);
    });
}

} // namespace services::transport
