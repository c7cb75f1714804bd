// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace services::transport {

// The header lines of a message, in order. Names compare without case, as HTTP has it. All texts lie in one
// buffer, so that a message with many lines costs two allocations. A plain value; any thread. Views which it
// hands out are valid until it is changed or destroyed.
class Headers
{
public:
    struct Line
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    // Where a line's name and value lie in the buffer.
    struct Place
    {
        std::uint32_t name = 0;
        std::uint32_t nameLength = 0;
        std::uint32_t value = 0;
        std::uint32_t valueLength = 0;
    };

    using Places = std::vector<Place>;

    Headers() = default;
    // Adopts a text in which the lines have been found already.
    Headers(QByteArray text, Places places);

    void add(QByteArrayView name, QByteArrayView value);
    // Replaces every line of that name.
    void set(QByteArrayView name, QByteArrayView value);
    void remove(QByteArrayView name);
    void clear();

    // The value of the first line of that name; a null view when there is none.
    QByteArrayView find(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return !find(name).isNull(); }
    int count(QByteArrayView name) const;

    int size() const { return static_cast<int>(m_places.size()); }
    bool isEmpty() const { return m_places.empty(); }
    Line at(int index) const;

    bool operator==(const Headers &other) const;

private:
    QByteArrayView nameOf(const Place &place) const;
    QByteArrayView valueOf(const Place &place) const;

    QByteArray m_text;
    Places m_places;
};

} // namespace services::transport
